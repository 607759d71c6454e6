"""Look and feel: templates, components, static files and charts."""
