"""Write the link by which learners get, and renew, the lessons on a hub that has nbgitpuller.

Run as ``make hub-link HUB=https://... [REPO=https://...]`` or
``python -m crossroads.publish.hub_link HUB [REPOSITORY]``. The repository is the one
that this folder was cloned from, unless another is named.
"""

from urllib.parse import urlencode

from crossroads.pack.command import Stopped, run
from crossroads.publish.lab import FIRST, folder
from crossroads.publish.reset import CannotReset, git


def origin(root):
    """Give the address that a clone was made from, as a browser knows it, or None."""
    try:
        address = "".join(git(root, "remote", "get-url", "origin")).strip()
    except CannotReset:
        return None
    if address.startswith("git@"):
        address = "https://" + address.removeprefix("git@").replace(":", "/", 1)
    return address or None


def link(hub, repository):
    """Build the link.

    Examples
    --------
    >>> link("https://hub.example.org/", "https://example.org/we/course.git")
    'https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fexample.org%2Fwe%2Fcourse\
.git&branch=main&urlpath=lab%2Ftree%2Fcourse%2Fnotebooks%2F00_start_here.ipynb'
    """
    name = repository.rstrip("/").split("/")[-1].removesuffix(".git")
    opened = f"lab/tree/{name}/{FIRST.as_posix()}"
    query = {"repo": repository, "branch": "main", "urlpath": opened}
    return f"{hub.rstrip('/')}/hub/user-redirect/git-pull?{urlencode(query)}"


def main(hub="", repository=None):
    repository, web = repository or origin(folder()), ("https://", "http://")
    if not hub.startswith(web):
        raise Stopped("Name your hub: make hub-link HUB=https://hub.example.org")
    if not repository:
        raise Stopped("This folder is no clone. Name the repository, too: REPO=https://...")
    if not repository.startswith(web):
        raise Stopped(f"{repository} is no address of a repository; write REPO=https://...")
    print(link(hub, repository))


if __name__ == "__main__":
    run(main)
