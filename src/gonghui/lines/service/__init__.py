"""Service positions and projects 服务阵地."""
