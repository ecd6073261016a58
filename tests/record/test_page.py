"""The verifier page in a real browser: it accepts what is in order, refuses what is not, in five languages."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from repatria.record import Note, Policy, TlogProof, create_log, entry
from repatria.record.formats.keys import ED25519_COSIGNATURE, MLDSA44_COSIGNATURE, SigningKey
from repatria.record.formats.policy import Group
from repatria.record.formats.policy import Witness as Watching
from repatria.record.formats.signatures import sign
from repatria.record.verifier import verifier_page
from tests.record.browser import CHROMIUM, Browser
from tests.record.conftest import NOW, ORIGIN, receipt
from tests.record.test_verify import FALSE_HISTORIES, Forger, original  # noqa: F401

PAGE = Path(__file__).parents[2] / "src/repatria/record/verifier.html"
LANGUAGES = ["en", "uk", "ru", "ar", "fr"]
NOOR = SigningKey("noor.example", ED25519_COSIGNATURE, b"\5" * 32)
ICRC = SigningKey("icrc.example", MLDSA44_COSIGNATURE, b"\6" * 32)


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("CHROMIUM ABSENT: apt-get install chromium; the verifier page was left out")
    chromium = Browser()
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A record cosigned by Noor and, with a key that browsers cannot check, by the ICRC."""
    folder = tmp_path_factory.mktemp("page") / "record"
    policy = Policy(
        (),
        (Watching("Noor", NOOR.verifier), Watching("ICRC", ICRC.verifier)),
        (Group("one", 1, ("Noor", "ICRC")),),
        "one",
    )
    with create_log(folder, ORIGIN, at=NOW, by="HAL", parties=["NTH", "STH"], policy=policy) as log:
        for batch in (40, 260, 3):
            log.append_all(receipt(log.size + n) for n in range(batch))
            note = Note(log.checkpoint(NOW).text)
            log.add_cosignatures([sign(note, NOOR, 1000), sign(note, ICRC, 1000)])
        (folder.parent / "proof").write_text(log.prove(123).format())
    return folder


def ask(
    browser: Browser, proof: str = "", folder: Path | None = None, keys: str = "", older: tuple[Path, ...] = ()
):
    """Fill in the page, press the button, and give the verdict's colour and everything it says."""
    browser.open(PAGE.as_uri() + "?lang=en")
    browser.js(f"$('proof').value = {json.dumps(proof)}; $('keys').value = {json.dumps(keys)}")
    if folder:
        browser.choose("#folder", folder)
        while not browser.js("$('folder').files.length"):
            pass
    if older:
        browser.choose("#older", *older)
    browser.js("run()")
    said = browser.js("document.querySelector('section').innerText")
    return browser.js("$('verdict').className"), re.sub("[\u2068\u2069]", "", said)


def test_it_accepts_a_whole_record(browser, place):
    verdict, said = ask(browser, folder=place)
    assert verdict == "good", said
    assert "checkpoint of 304 entries" in said
    assert "Noor have seen this checkpoint" in said
    assert "4 older checkpoints are prefixes" in said
    assert "receipt given\t303" in said
    assert "not whose it is" in said
    verdict, said = ask(browser, folder=place, keys=(place / "keys.txt").read_text())
    assert (verdict, "not whose it is" in said) == ("good", False)


def test_it_accepts_a_page_of_proof_and_shows_the_entry(browser, place):
    verdict, said = ask(browser, proof=(place.parent / "proof").read_text(), keys=(place / "keys.txt").read_text())
    assert verdict == "good", said
    assert "Entry 123 is in the record" in said
    assert "manifest-1" in said
    assert "does not prove that what the entry says is true" in said


@pytest.mark.parametrize("lie", FALSE_HISTORIES, ids=lambda lie: lie.__name__)
def test_it_refuses_every_false_history(browser, original, tmp_path, lie):  # noqa: F811
    shutil.copytree(original, tmp_path / "record")
    lie(Forger(tmp_path / "record"))
    keys = (original / "keys.txt").read_text()
    verdict, said = ask(browser, folder=tmp_path / "record", keys=keys)
    assert verdict == "bad", said


def test_it_refuses_pages_that_were_changed(browser, place):
    good = TlogProof.parse((place.parent / "proof").read_text())
    keys = (place / "keys.txt").read_text()
    entry = good.extra.replace(b"STH", b"NTH")
    for wrong in (
        TlogProof(122, good.path, good.checkpoint, good.extra).format(),
        TlogProof(good.index, good.path[:-1], good.checkpoint, good.extra).format(),
        TlogProof(good.index, (*good.path, bytes(32)), good.checkpoint, good.extra).format(),
        TlogProof(good.index, good.path, good.checkpoint, entry).format(),
        TlogProof(good.index, good.path, good.checkpoint, None).format(),
        good.format().replace("\n304\n", "\n305\n"),
        good.format().replace("@v1", "@v2"),
        good.format()[:-2],
        "hello",
    ):
        assert ask(browser, proof=wrong, keys=keys)[0] == "bad"


def test_it_asks_for_keys_and_refuses_others(browser, place):
    proof = (place.parent / "proof").read_text()
    assert ask(browser, proof=proof) == (
        "bad",
        "This does not hold.\nA page of proof is checked against keys: paste keys.txt.",
    )
    assert "choose a folder first" in ask(browser)[1]
    other = SigningKey(ORIGIN, 1, b"\x66" * 32).verifier.format()
    assert "None of the keys you trust" in ask(browser, proof=proof, keys=f"log {other}\nquorum none\n")[1]
    assert "line 2" in ask(browser, proof=proof, keys=f"log {other}\nnonsense\nquorum none\n")[1]


def test_a_quorum_that_rests_on_signatures_it_cannot_check_is_doubted(browser, place):
    keys = (place / "keys.txt").read_text().replace("quorum one", "quorum ICRC").replace("group one", "group two")
    keys = re.sub("group two.*\n", "", keys)
    verdict, said = ask(browser, proof=(place.parent / "proof").read_text(), keys=keys)
    assert verdict == "doubt"
    assert "not everything could be checked" in said


def test_a_missing_cosignature_is_a_fault(browser, place):
    proof = TlogProof.parse((place.parent / "proof").read_text())
    alone = Note(proof.checkpoint.text, proof.checkpoint.signatures[:2])
    text = TlogProof(proof.index, proof.path, alone, proof.extra).format()
    verdict, said = ask(browser, proof=text, keys=(place / "keys.txt").read_text())
    assert (verdict, "these have not signed: Noor, ICRC" in said) == ("bad", True)


def test_an_older_checkpoint_is_checked(browser, place, tmp_path):
    verdict, said = ask(browser, folder=place, older=(place / "checkpoints/41",))
    assert (verdict, "5 older checkpoints" in said) == ("good", True)
    with create_log(tmp_path / "other", ORIGIN, at=NOW) as other:
        kept = other.folder / "checkpoint"
    assert ask(browser, folder=place, older=(kept,))[0] == "bad"


@pytest.fixture(scope="module")
def stated(tmp_path_factory) -> tuple[str, str, str]:
    """A published statement: its document, the proof of its entry, and the keys."""
    document = json.dumps({"texts": {"en": ["24 <b>people</b> went home."], "ar": ["عاد 24 شخصًا."]}}) + "\n"
    digest = hashlib.sha256(document.encode()).hexdigest()
    said = entry("statement published", at=NOW, by="HAL", exchange="exchange-1", statement="statement-1",
                 text=digest, returned=24, counted_to=0)  # fmt: skip
    folder = tmp_path_factory.mktemp("stated") / "record"
    with create_log(folder, ORIGIN, at=NOW, by="HAL", parties=["NTH", "STH"]) as log:
        number = log.append(said)
        log.checkpoint(NOW)
        return document, log.prove(number).format(), (folder / "keys.txt").read_text()


def opened(browser: Browser, folder: Path, *given: str) -> str:
    """Open a page that was made with something in it, as a file, and give what it says by itself."""
    (folder / "page.html").write_bytes(verifier_page(*given))
    browser.open((folder / "page.html").as_uri())
    while browser.js("$('verdict').hidden"):
        pass
    return re.sub("[\u2068\u2069]", "", browser.js("document.querySelector('section').innerText"))


def test_a_page_with_its_proof_in_it_checks_at_once(browser, stated, tmp_path):
    document, proof, keys = stated
    said = opened(browser, tmp_path, "ar", proof, keys, document)
    assert browser.js("[$('verdict').className, document.documentElement.lang]") == ["good", "ar"]
    assert "عاد 24 شخصًا." in said
    assert "لا تُظهر لمن هي" in said
    browser.js("speak('en')")
    assert "24 <b>people</b> went home." in browser.js("$('text').innerText")


def test_a_page_with_another_text_in_it_says_so(browser, stated, tmp_path):
    document, proof, keys = stated
    said = opened(browser, tmp_path, "en", proof, keys, document.replace("24", "25"))
    assert "not the one whose hash the entry holds" in said
    assert "went home" not in said


def test_a_proof_pasted_over_the_one_of_the_page_is_checked_alone(browser, stated, place, tmp_path):
    document, proof, keys = stated
    opened(browser, tmp_path, "en", proof, keys, document)
    other, its_keys = (place.parent / "proof").read_text(), (place / "keys.txt").read_text()
    browser.js(f"$('proof').value = {json.dumps(other)}; $('keys').value = {json.dumps(its_keys)}")
    browser.js("run()")
    assert browser.js("[$('verdict').className, $('text').innerText]") == ["good", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_in_the_language_that_was_asked_for(browser, tmp_path, language):
    (tmp_path / "page.html").write_bytes(verifier_page(language))
    browser.open((tmp_path / "page.html").as_uri())
    assert browser.js("[document.documentElement.lang, $('language').value]") == [language, language]
    assert f'<html lang="{language}"' in verifier_page(language).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there_in_every_language(browser, place, language):
    browser.open(f"{PAGE.as_uri()}?lang={language}")
    words = browser.js("Object.fromEntries(Object.entries(WORDS).map(([k, v]) => [k, Object.keys(v).sort()]))")
    assert set(words) == set(LANGUAGES)
    assert words[language] == words["en"]
    holes = browser.js(
        "Object.keys(WORDS.en).filter(k => String(WORDS.en[k].match(/\\{\\w+\\}/g)?.sort()) !="
        f" String(WORDS.{language}[k].match(/\\{{\\w+\\}}/g)?.sort()))"
    )
    assert holes == []
    wanted = {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert browser.js("({lang: document.documentElement.lang, dir: document.documentElement.dir})") == wanted


@pytest.mark.parametrize("width", [360, 900])
def test_nothing_runs_over_the_edge(browser, place, width):
    ask(browser, proof=(place.parent / "proof").read_text(), keys=(place / "keys.txt").read_text())
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    for language in LANGUAGES:
        browser.js(f"speak('{language}')")
        assert browser.js("document.documentElement.scrollWidth <= innerWidth")


def test_what_an_entry_says_is_never_taken_for_html(browser):
    browser.open(PAGE.as_uri())
    browser.js(
        "show({report: [['good', 'included', {i: '<img src=x onerror=alert(1)>'}]], heads: ['field', 'value'],"
        " rows: [['<b>x</b>', '<script>1</script>']], meaning: 'meaning_proof'})"
    )
    assert browser.js("document.querySelectorAll('section img, section b, section script').length") == 0


def test_its_hash_function_is_sha256(browser):
    browser.open(PAGE.as_uri())
    for length in (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 65_535):
        got = browser.js(f"hex(sha256(Uint8Array.from({{length: {length}}}, (_, i) => i * 7 % 256)))")
        assert got == hashlib.sha256(bytes(i * 7 % 256 for i in range(length))).hexdigest()


@pytest.mark.shared
def test_the_public_inclusion_vectors_in_the_browser(browser, shared):
    cases = json.loads((shared / "data/record/merkle-inclusion.json").read_text())
    browser.open(PAGE.as_uri())
    for case in cases:
        if case["leafIdx"] < 2**53:
            call = "includes(b(c.leafHash), c.leafIdx, c.treeSize, (c.proof ?? []).map(b), b(c.root))"
            script = f"(() => {{ const b = x => fromBase64(x), c = {json.dumps(case)}; return {call}; }})()"
            assert browser.js(script) != case["wantErr"], case["desc"]


def test_only_its_own_script_and_style_may_run_and_nothing_is_loaded():
    page = verifier_page().decode()
    for tag in ("script", "style"):
        [body] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page, f"put 'sha256-{digest}' into {tag}-src"
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|src=|@import|url\(", page)
    assert not re.search(r"innerHTML|document\.write|eval\(", page)


def test_the_script_is_plain_javascript(tmp_path):
    if (node := shutil.which("node")) is None:
        pytest.skip("node is not here")
    [body] = re.findall(r"<script>(.*?)</script>", verifier_page().decode(), re.DOTALL)
    (tmp_path / "page.js").write_text(body)
    assert subprocess.run([node, "--check", tmp_path / "page.js"]).returncode == 0
