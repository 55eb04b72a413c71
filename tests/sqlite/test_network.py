"""A folder on another machine is told from one of this."""

from pathlib import Path

import pytest

from reader.sqlite import file_system

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ada/local ext4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
ada@far:/ /mnt/far fuse.sshfs rw 0 0
ada@far:/ /mnt/far/near fuse.encfs rw 0 0
tmpfs /mnt/over nfs rw 0 0
tmpfs /mnt/over tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", ""),
        ("/home/ada", "nfs4"),
        ("/home/ada/local/data", ""),
        ("/homes", ""),
        ("/mnt/my share/data", "cifs"),
        ("/mnt/far", "fuse.sshfs"),
        ("/mnt/far/near", ""),
        ("/mnt/over/it", ""),
    ],
)
def test_the_nearest_mount_says_what_a_folder_is_on(folder: str, kind: str) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_a_table_that_makes_no_sense_says_nothing(tmp_path: Path) -> None:
    assert file_system(tmp_path, "\n\nnonsense\n \n") == ""
    assert file_system(tmp_path) == ""
