"""Any site 阵地: a station, room, school, palace or centre; one physical place with many signs is one."""
