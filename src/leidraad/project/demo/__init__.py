"""The demo region: four municipalities with a life of two years, loaded through the real handelingen."""

from leidraad.project.demo.regio import Account, laad

__all__ = ["Account", "laad"]
