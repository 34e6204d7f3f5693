"""
Lectures 宣讲: lecturer groups go to offices, firms and schools; each session is filed once.

An officer files a session from the phone in one screen: series, place, head count, photo. Organiser
and host see one record and each counts it once. Campus labour education is a series of its own.
"""

imports: tuple[str, ...] = ()  # lines this one may import
