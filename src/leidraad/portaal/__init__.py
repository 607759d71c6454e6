"""The public pages for inhabitants: the open register."""
