"""The library under kill -9, full disks and many writers, for as long as one likes. Not shipped."""
