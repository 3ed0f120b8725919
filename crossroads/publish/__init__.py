"""Make notebooks, pages and students' copies; start and reset."""
