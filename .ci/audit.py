"""The dependencies -> what the Python advisory database knows against them: `make audit`.

Fails for a known vulnerability. What could not be asked is said and fails nothing: an index may not carry the
advisories of every package, and a machine without a network has none at all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    asked = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip_audit",
            "--format",
            "json",
            "--progress-spinner",
            "off",
            "--desc",
            "off",
            str(ROOT),
        ],
        capture_output=True,
        text=True,
    )
    try:
        dependencies = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"not audited: {asked.stderr.strip().splitlines()[-1] if asked.stderr.strip() else 'no answer'}")
        return 0
    unknown = [entry["name"] for entry in dependencies if "skip_reason" in entry]
    known = [(entry["name"], entry["version"], hole) for entry in dependencies for hole in entry.get("vulns", ())]
    for name, version, hole in known:
        print(f"{name} {version}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no release yet'}")
    print(f"{len(dependencies) - len(unknown)} dependencies audited, {len(known)} vulnerabilities known")
    if unknown:
        print(f"not audited: {', '.join(unknown)}")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
