"""The register of policy: what the gemeente has laid down, which version is in force, and who adopted it."""
