"""The list page of a register: which dossiers somebody asks for, the filters above them, pages and files."""
