"""Words that decide whether a full stop ends a sentence, per language.

Four kinds, because the answer differs:

* ``never``: a name or figure always follows (*M.*, *cf.*, *Mrs.*).
* ``before_number``: no end before a figure (*art. 5*, *févr. 2025*); elsewhere an ordinary word.
* ``unclear``: may stand last (*etc.*, *Inc.*, *J.-C.*): it does when a `starters` word follows.
* ``labels``: nouns before a lone letter that is a label, no initial (*le plan B.*, *vitamin C.*).

Words that are French or English by themselves (*vol*, *art*, *no*) are never under ``never``.
Entries are matched as written, and lower case ones also with a capital.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The word lists of one language; entries without their final full stop."""

    never: frozenset[str]
    before_number: frozenset[str]
    unclear: frozenset[str]
    labels: frozenset[str]
    starters: frozenset[str]


def split_words(text: str) -> frozenset[str]:
    """A set of words written as one string with spaces between them."""
    return frozenset(text.split())


#: English titles and company forms stand in French texts too, the more so in translated ones.
_TITLES = split_words(
    "Mr Mrs Ms Dr Prof Rev Revd Hon Gen Col Lt Sgt Capt Cmdr Maj Brig Gov Sen Rep Pres Supt Det Insp "
    "Atty Messrs Drs St Ste Ft Mt Sra Pfc Cpl"
)
_COMPANIES = split_words("Inc Corp Co Ltd Bros Cie Jr Sr plc LLC")

#: Names of months cut short; "Mar." and "Sun." may be names and are taken before figures only.
_ENGLISH_MONTHS = split_words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")

FRENCH = Abbreviations(
    never=_TITLES
    | split_words(
        "M MM Mm Mme Mmes Mlle Mlles Mgr Me Pr Prs Dre Pre Vve gén Cdt Cne Cpt lieut amb sén Vte Cte "
        "R.P S.E S.M S.A.R cf c.-à-d av apr bd bld boul fbg faub éd édit dir trad réal coll ca vs p.ex "
        "tél téléph réf N.B i.e e.g rééd"
    ),
    before_number=_ENGLISH_MONTHS
    | split_words(
        "janv févr fév avr juill juil sept oct nov déc art p pp n no nos n° num vol fig t § ann env min "
        "max éq paragr sect fasc liv ch chap suppl h l r app appt apt lot bât esc ét sq prov"
    ),
    unclear=_COMPANIES
    | split_words(
        "ex al min max etc suiv intro hab pers dép arr rég univ resp gouv min prof adm assoc inst ing moy "
        "dest exp inf sup id ibid op loc cit qqn qqch qq bcp svp tjs pdt pt gd gde ts tt tte parl dpt "
        "prés secr synd comm mun dist dom prod rédac ext int hôp"
    ),
    labels=split_words(
        "plan plans groupe groupes vitamine vitamines hépatite hépatites ligue série catégorie classe "
        "type bloc zone option annexe formule point lot virus grippe note pavillon bâtiment hall "
        "terminal poule division phase variante scénario tribune ligne souche rhésus facteur produit"
    ),
    starters=split_words(
        "Le La Les L Un Une Des Du De D Ce Cet Cette Ces C Il Ils Elle Elles On Je J Nous Vous Tu T "
        "Mais Et Ou Or Car Donc Ni Dans En Sur Sous Pour Par Avec Sans Selon Après Avant Depuis "
        "Pendant Dès Malgré Si S Quand Lorsque Lorsqu Comme Puis Ensuite Enfin Ainsi Alors Aussi "
        "Cependant Pourtant Toutefois Néanmoins Or Son Sa Ses Leur Leurs Notre Nos Votre Vos Mon Ma Mes "
        "À A Au Aux Qui Que Qu Quel Quelle Quels Quelles Où Pourquoi Comment Plus Plusieurs Tous Tout "
        "Toute Toutes Certains Certaines Aucun Aucune Chaque Deux Trois Quatre Cinq Six Dix Cela Ceci Ça "
        "Contre Chez Entre Vers Parmi Parce Puisque Tandis Outre Face Grâce Afin Hier Aujourd Demain "
        "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Seul Seule Même Ne N Non Oui Y"
    ),
)

ENGLISH = Abbreviations(
    never=_TITLES
    | split_words("M Mme Mlle Messrs cf vs viz e.g i.e approx al Ave Blvd Hwy Rte ca Mx Pte Adm"),
    before_number=_ENGLISH_MONTHS
    | split_words(
        "no nos art p pp vol fig figs ch chap sec sect para ver ed eds pt c est Tues Thurs Wed Fri"
    ),
    unclear=_COMPANIES
    | split_words(
        "etc dept univ assn bros est govt intl natl Mass Calif Conn Fla Ill Ind Kan Md Mich Minn Miss "
        "Mo Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ala Ariz Ark Colo Del Ga Ky La Mont "
        "Dak min max avg ext sq ft rd ave esq hrs Ph.D"
    ),
    labels=split_words(
        "plan group vitamin hepatitis league series category class type block zone option point exhibit grade"
    ),
    starters=split_words(
        "The A An This That These Those He She It They We You I His Her Its Their Our My Your But And Or "
        "So Yet Nor For In On At By With From To Of As If When While After Before Since Until Because "
        "Although Though However Meanwhile Then There Here What Who Why How Where Which No Not Some Many "
        "Most All Both Each Every Several Another Other Others One Two Three Four Five Six Ten More Last "
        "Now Today Yesterday Tomorrow Earlier Later Still Also Even Only Just According Despite During "
        "Under Over Between Against Among About Asked Speaking Officials Monday Tuesday Wednesday "
        "Thursday Friday Saturday Sunday"
    ),
)

BY_LANGUAGE: dict[str, Abbreviations] = {"fr": FRENCH, "en": ENGLISH}
