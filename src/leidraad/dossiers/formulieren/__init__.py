"""The engine behind the section forms of every register: fields, rows, sections, two people at once."""
