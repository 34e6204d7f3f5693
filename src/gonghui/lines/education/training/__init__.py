"""
Training 公益培训: terms of courses in classes that are booked within minutes, providers, courses online.

A palace plans a year in terms; a term has courses, a course has classes, a class has seats and lessons. Booking, the
waiting list and strikes are those of `commons.enrolment`; who came to a lesson is named attendance.
"""

imports: tuple[str, ...] = ()  # lines this one may import
