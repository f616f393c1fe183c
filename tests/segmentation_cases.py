"""Hard cases for the segmenter. `` | `` marks where a sentence ends; the rest is the text itself.

``·`` stands for a no-break space (U+00A0) and ``~`` for a narrow one (U+202F), to be seen in the table.
"""

from __future__ import annotations

FRENCH = (
    # Titles, initials, names
    "M. Delvaux est arrivé. | Il a rencontré Mme Aubert.",
    "MM. Roche et Petit ont signé. | Le texte entre en vigueur.",
    "Le Dr. Moreau et le Pr. Lang publient leur étude. | Elle porte sur 300 malades.",
    "Mme. Aubert a parlé avec Mlle. Roy. | Personne n'a répondu.",
    "Mr. Smith et Mrs. Jones vivent à St. Louis. | Ils y sont nés.",
    "La romancière J. K. Rowling vit en Écosse. | Elle écrit toujours.",
    "George W. Bush a quitté Washington. | Le Texas l'attendait.",
    "Selon J.-P. Martin, rien n'est joué. | On verra bien.",
    "L'historien J. Le Goff est cité deux fois. | Il est mort en 2014.",
    "M. Le Drian a refusé. | M. Des Forêts aussi.",
    "Le juge a entendu A. B. et C. D. pendant deux heures. | Ils nient tout.",
    "Le sénateur John F. Kerry Jr. a voté contre. | Les autres se sont abstenus.",
    # Abbreviations
    "L'accord date de janv. 2024. | Il a expiré en déc. | Personne ne l'a renouvelé.",
    "Voir art. 5, p. 12 et fig. 3. | Le reste est en annexe.",
    "Il cite les prix, les salaires, etc. | Le gouvernement se tait.",
    "Les pommes, les poires, etc. sont plus chères. | Les oranges aussi.",
    "César meurt en 44 av. J.-C. à Rome. | Auguste lui succède.",
    "La ville fut fondée vers 600 av. J.-C. | Elle compte 800 000 habitants.",
    "Il habite 12, av. Foch. | Sa sœur habite bd. Voltaire.",
    "La mesure coûte env. 15 millions d'euros. | C'est trop.",
    "Le n° 5 et le no. 7 ont été retirés. | Les autres restent en vente.",
    "Certains pays, p. ex. la Suède, ont dit non. | D'autres hésitent.",
    "Cf. Durand et al. pour les détails. | Les chiffres sont publics.",
    "L'affaire Dupont c. Martin est close. | La cour a tranché.",
    "Le prof. Lemaire dirige l'univ. Paris-Nord. | Il part en mai.",
    "Apple Inc. a publié ses résultats. | Le titre a bondi.",
    "Le groupe appartient à Acme Corp. | Les salariés l'ont appris hier.",
    "L'armée américaine (U.S. Army) confirme. | Les U.S. Marines se taisent.",
    "Le sommet se tient aux U.S.A. | Les délégués arrivent lundi.",
    "Le train part à 6 h. | Le suivant est à 7 h. 30.",
    # Words that only look like abbreviations
    "Il est accusé de vol. | Le tribunal statuera lundi.",
    "Le musée expose son art. | Les visiteurs affluent.",
    "Il n'y a pas de plan B. | Les négociateurs le savent.",
    "Le virus de l'hépatite C. | Une maladie qui se soigne.",
    "La route fait 12 km. | Paris est plus loin.",
    "Ils étaient sept. | Ils ne sont plus que trois.",
    "Elle veut partir et il y en a. | Pas lui.",
    "Bon. | On recommence.",
    # Figures, addresses
    "Le taux passe de 3.5 % à 4.25 % en 2024. | En 2025, il baissera.",
    "Le site www.exemple.fr est en panne. | Écrivez à info@exemple.fr. | Nous répondrons.",
    "Voir https://exemple.org/a.b?c=1. | La page est en anglais.",
    "1. Le contexte. | 2. Les causes.",
    "La version 2.0 de l'outil Node.js est sortie. | Elle est plus rapide.",
    "C'était en 2003. | 15 ans plus tard, rien n'a changé.",
    # Quotation marks
    "« Pourquoi partir ? » a-t-il demandé.",
    "«·Pourquoi partir~?·» a-t-il demandé. | «·Restez~!·»",
    "« Nous partons. » | Le ministre n'a rien ajouté.",
    "“Nous partons. | Vous restez.” | Le ministre a souri.",
    "« Je ne sais pas. | Personne ne sait. | Attendons. »",
    '"Nous partons." | Le ministre a souri.',
    '" Nous partons. " | Le ministre a souri.',
    '"C\'est fini", dit-il. | "Rentrons."',
    '"C\'est fini !" lance-t-elle. | Personne ne bouge.',
    "Il a dit : « Je pars. | Vous restez. » | Puis il est sorti.",
    "“Rien ne presse”. | “Tout est prêt”, a-t-elle ajouté.",
    "Il a crié « Au feu ! » et s'est enfui. | On l'a rattrapé.",
    "Il a parlé de “paix. ” | Les autres de guerre.",
    "Expliquant que Paris “ne dit pas” non “. | Le reste est connu.",
    "‘Nous partons.’ | Il n'a rien ajouté.",
    "La Russie veut « des garanties ». | L'Ukraine aussi.",
    '"Rien ne presse." | "Tout est prêt", a-t-elle ajouté.',
    # Ellipses
    "Il a parlé “sans fin … sans but”. | On dormait.",
    "Des jours… des semaines… puis rien. | Le silence.",
    "Il hésite... | Puis il signe.",
    "Il hésite... puis il signe.",
    "« C'est… compliqué », dit-il. | « Très… »",
    "Le texte (…) Jean l'a relu. | Il est bon.",
    "Il a fini. | […] Le lendemain, il est parti.",
    # Question and exclamation marks, brackets, dashes
    "Vraiment ?! | Oui. | Non !",
    "Vraiment ? ! | On n'y croit plus.",
    "Yahoo! a été vendu. | Le prix est secret.",
    "Le ministre (né à Paris. Il a 50 ans) a démissionné. | Il s'explique.",
    "Il est parti. | (Personne ne l'a vu. | Personne ne l'a cherché.) | Elle est restée.",
    "Cet accord (lequel ?) Jean ne le connaît pas. | Moi non plus.",
    "– Tu viens ? | – Non. | – Pourquoi ?",
    "Il a gagné (2-1). | L'entraîneur est ravi.",
    "L'iPhone est en rupture. | iOS aussi a du retard.",
    "C'est fini. | 👍 Merci à tous.",
    "Paris accueille les Jeux",
)

ENGLISH = (
    "Mr. Delvaux met Mrs. Aubert. | They shook hands.",
    "The U.S. Army confirmed it. | The Navy did not.",
    "He moved to the U.S. | The move cost him his job.",
    "She left at 5 p.m. | He stayed until 6 a.m. on Monday.",
    "Acme Inc. fell 3.5 percent. | Rivals such as Foo Corp. rose.",
    "The law firm works for Acme Corp. | The company declined to comment.",
    "Gov. Jane Q. Roe and Sen. Al Doe agreed. | Rep. Poe did not.",
    "“We are leaving. | You are staying.” | He smiled.",
    '"Why leave?" he asked. | "Stay."',
    '"We are leaving," he said. | "Now."',
    "It grew by 2 percent in Jan. 2024. | In Feb. it fell.",
    "The case, Roe v. Wade, was decided in 1973. | It was overturned in 2022.",
    "See No. 10, p. 4, etc. | The rest is public.",
    "He said no. | The others said yes.",
    "There is no plan B. | The ministers know it.",
    "St. Petersburg and Mt. Fuji are far apart. | So are Ft. Worth and Rome.",
    "He waited ... and waited. | Nothing.",
    "He left. | (Nobody saw him. | Nobody looked.) | She stayed.",
    "Dr. J. K. Roe of Washington, D.C. | The doctor is in.",
    "Visit www.example.com. | It is free!",
    "Martin Luther King Jr. spoke. | The crowd listened.",
    "Is it true?! | Yes.",
)


def text_and_sentences(case: str) -> tuple[str, list[str]]:
    """The text of a case, and the sentences it should give."""
    parts = case.replace("·", "\u00a0").replace("~", "\u202f").split(" | ")
    return " ".join(parts), parts
