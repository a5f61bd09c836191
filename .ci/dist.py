"""The checkout -> a wheel and a source distribution in dist/, both tried: `make dist`.

The source distribution is built first and the wheel from it, twice: the same bytes have to come out. The wheel is
installed into an empty environment, and mtcheck has to work there, away from the checkout and with every connection
forbidden: all that it needs is in the package.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "corpora" / "articles" / "strait-lighthouse" / "article.txt"
OFFLINE = """
import sys

def forbid(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise RuntimeError(f"a connection was tried: {event} {args[1:]}")

sys.addaudithook(forbid)
"""
USES_ENCODER = """
from mtcheck.align import align
english = ["The mayor opened the harbour.", "Nobody was hurt."]
french = ["Le maire a ouvert le port.", "Personne n'a été blessé."]
pairs = align(french, english)
assert len(pairs) == 2, pairs
"""


def run(*command: str | Path, cwd: Path, **more: object) -> str:
    """What the command printed; its failure ends everything."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, **more)  # type: ignore[call-overload]
    if done.returncode:
        sys.exit(f"failed: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return str(done.stdout)


def built(at: Path) -> tuple[Path, Path]:
    """The wheel and the source distribution, built into `at`; dates come from no clock."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1600000000"}
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", at, ROOT, cwd=ROOT, env=environment)
    (wheel,), (source,) = at.glob("*.whl"), at.glob("*.tar.gz")
    return wheel, source


def require_same(first: Path, second: Path) -> None:
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)}
    if len(digests) != 1:
        sys.exit(f"{first.name}: built twice, and not the same")


def require_whole(wheel: Path) -> None:
    """Every file that git has of the package is in the wheel, and nothing else beside the metadata."""
    tracked = set(run("git", "ls-files", "mtcheck", cwd=ROOT).splitlines())
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    if tracked != packed:
        sys.exit(f"{wheel.name}: missing {sorted(tracked - packed)}, strange {sorted(packed - tracked)}")


def others() -> list[str]:
    """The oldest and the newest supported Python of this machine, besides the one that runs this."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    code = "import sys, venv; print(sys.version_info >= (3, 10) and not sys.version.startswith(sys.argv[1] + '.'))"
    found = []
    for minor in range(10, 20):
        name = shutil.which(f"python3.{minor}")
        asked = name and subprocess.run([name, "-c", code, own], capture_output=True, text=True)
        if asked and asked.stdout.strip() == "True":
            found.append(str(name))
    return found[:1] + found[1:][-1:]


def tried(python3: str, wheel: Path, at: Path) -> str:
    """The version that a new environment in `at` runs, once everything worked there."""
    at.mkdir()
    run(python3, "-m", "venv", at / "env", cwd=at)
    python = at / "env" / "bin" / "python"
    run(python, "-m", "pip", "--quiet", "install", wheel, cwd=at)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=at).strip())
    (site / "sitecustomize.py").write_text(OFFLINE, "utf-8")
    environment = {"PATH": f"{at}/env/bin", "HOME": str(at), "LANG": "C.UTF-8"}
    article = shutil.copy(ARTICLE, at / "article.txt")

    def mtcheck(*arguments: str) -> str:
        return run(at / "env" / "bin" / "mtcheck", *arguments, cwd=at, env=environment)

    version = mtcheck("--version").strip()
    mtcheck("fix", "--format", "html", "-o", "report.html", "article.txt")
    if "<script" not in (at / "report.html").read_text("utf-8"):
        sys.exit("the HTML report came without its script")
    if not json.loads(mtcheck("fix", "--format", "json", "article.txt"))["files"][0]["findings"]:
        sys.exit("nothing was found in the demo article")
    said = mtcheck("fix", "--write", "article.txt")
    if "repairs in 1 file" not in said or Path(article).read_bytes() == ARTICLE.read_bytes():
        sys.exit(f"the demo article was not repaired: {said}")
    run(python, "-c", USES_ENCODER, cwd=at, env=environment)
    return version


def main() -> None:
    dist = ROOT / "dist"
    with tempfile.TemporaryDirectory() as place:
        at = Path(place)
        shutil.rmtree(dist, ignore_errors=True)
        wheel, source = built(dist)
        again = built(at / "again")
        require_same(wheel, again[0])
        require_same(source, again[1])
        require_whole(wheel)
        version = tried(sys.executable, wheel, at / "own")
        for number, python3 in enumerate(others()):
            tried(python3, wheel, at / str(number))
            sys.stdout.write(f"{Path(python3).name}: works there too\n")
    sizes = ", ".join(f"{path.name} ({path.stat().st_size / 1e6:.1f} MB)" for path in (wheel, source))
    sys.stdout.write(f"{version}: {sizes}: the same when built again, and works in an empty environment, offline\n")


if __name__ == "__main__":
    main()
