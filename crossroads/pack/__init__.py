"""Read a folder of tables, check it, describe it, begin a new one."""
