"""What an audit found, as an issue for the office: in Czech, with what to do."""

from __future__ import annotations

from archive.keeping.audit import Fault, Outcome

# What is wrong, and what to do about it, by the kind of fault.
REMEDIES = {
    "silent": (
        "Web neodpovídá",
        "Otevřete adresu webu v prohlížeči. Nejde-li ani tam, podívejte se na "
        "[stav GitHubu](https://www.githubstatus.com/) a v Settings → Pages, zda je web "
        "zveřejněn. Pak v Actions spusťte „Zveřejnění / Deploy“ (*Run workflow*).",
    ),
    "missing": (
        "Chybí na webu",
        "V Actions spusťte „Zveřejnění / Deploy“ (*Run workflow*): sestaví web znovu "
        "z úložiště, kde soubor je. Nepomůže-li to, zavolejte vývojáře.",
    ),
    "unreachable": (
        "Nepodařilo se stáhnout",
        "Server neodpověděl, jak má; příští kontrola to zkusí znovu. Opakuje-li se to, "
        "zavolejte vývojáře.",
    ),
    "short": (
        "Na webu je soubor useknutý",
        "V Actions spusťte „Zveřejnění / Deploy“ (*Run workflow*). Úložiště má soubor celý.",
    ),
    "changed": (
        "Na webu je jiný soubor, než jaký byl uložen",
        "Nikdo ho neměl měnit. V Actions spusťte „Zveřejnění / Deploy“ (*Run workflow*); "
        "úložiště má soubor správný. **Je-li příští týden zase jiný, zavolejte vývojáře**: "
        "web mohl někdo změnit mimo úložiště.",
    ),
    "list": (
        "Seznam otisků na webu není ten z úložiště",
        "Web je nejspíš starší než úložiště. V Actions se podívejte, zda poslední "
        "„Zveřejnění / Deploy“ skončilo zeleně, a spusťte je znovu.",
    ),
    "feed": (
        "Kanál podcastu je vadný",
        "Aplikace mohou díl odmítnout. V Actions spusťte „Zveřejnění / Deploy“; "
        "nepomůže-li to, zavolejte vývojáře.",
    ),
    "absent": (
        "V kanálu podcastu chybí díl, který už vyšel",
        "Odběratelům by díl zmizel. V Actions spusťte „Zveřejnění / Deploy“; nepomůže-li to, "
        "zavolejte vývojáře.",
    ),
    "strange": (
        "Kanál podcastu nabízí, co archiv nemá",
        "Nejspíš vyšla zástupná nahrávka: ve workflow deploy.yml musí být STANDINS=false. "
        "Zavolejte vývojáře.",
    ),
}


def _line(fault: Fault) -> str:
    path = f"`{fault.path}`"
    if fault.kind == "absent":
        return f"- {fault.found} ({path}, GUID `{fault.expected}`)"
    if fault.found and fault.expected:
        return f"- {path}: je `{fault.found}`, má být `{fault.expected}`"
    return f"- {path}" + (f": {fault.found}" if fault.found else "")


def text(outcome: Outcome, day: str) -> str:
    """Return the report in Markdown; ``day`` is that of the audit, as ISO has it."""
    head = (
        f"Kontrola webu {outcome.address} dne {day}: souborů {outcome.files}, "
        f"staženo {outcome.bytes} B, závad {len(outcome.faults)}."
    )
    if not outcome.faults:
        return f"{head} Všechno souhlasí s uloženými otisky.\n"
    parts = [head]
    for kind, (title, remedy) in REMEDIES.items():
        if found := [fault for fault in outcome.faults if fault.kind == kind]:
            parts += [f"## {title}", "\n".join(map(_line, found)), f"**Co s tím:** {remedy}"]
    parts.append(
        "Původní soubory jsou v úložišti, i s celou historií; nic není ztraceno. Toto hlášení se "
        "při každé kontrole přepíše a zavře se samo, až bude všechno v pořádku."
    )
    return "\n\n".join(parts) + "\n"
