"""Living and welfare 生活保障."""
