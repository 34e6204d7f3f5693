"""
Jobs 就业创业服务: fairs, training for work, and the chain from a seeker's file to a job that lasts.

An employer checked posts vacancies at a fair or between fairs; another looks at them before they are seen. A seeker and
an employer who agree make an intent; an intent is no job. A job found is a match, told by the employer or by asking.
"""

imports: tuple[str, ...] = ()  # lines this one may import
