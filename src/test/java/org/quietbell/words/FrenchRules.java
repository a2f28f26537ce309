package org.quietbell.words;

/// What may not be said in French: the equivalents of what R1.14, R1.23, R1.25 and R6.11 forbid,
/// and every form that says "tu" or makes her a man or a woman.
final class FrenchRules {
    static final LintRules RULES =
            new LintRules(
                    LintRules.words(
                            "porno(?:graphie)? (?:infantile|juvénile|enfantine)",
                            "pédopornographie",
                            "(?:votre|de votre) faute",
                            "vous auriez d[ûu]",
                            "vous n'auriez pas d[ûu]",
                            "aucun résultat",
                            "pas de résultats?",
                            "rien (?:n'a été |de )?trouvé",
                            "rien à signaler",
                            "tout va bien",
                            "vous êtes (?:maintenant )?(?:en sécurité|à l'abri|hors de danger)",
                            "(?:page|image|photo|adresse|publication|elle|il|cela|site|lien)s?"
                                    + " (?:est|a été|ont été|sont) (?:maintenant )?"
                                    + "(?:retiré|supprimé|enlevé|effacé)e?s?",
                            "(?:retiré|supprimé|effacé)e?s? d'internet",
                            "revenge porn(?! helpline)",
                            "porno(?:graphie)? de vengeance",
                            "vengeance pornographique",
                            "hits?"),
                    LintRules.words(
                            "alert(?:e|es|er|é|ée|ons|ez)",
                            "avert(?:ir|i|ie|is|it|issons|issement|issements)",
                            "attention",
                            "urgen(?:t|ts|te|tes|ce|ces)",
                            "danger(?:s|eux|euse|euses)?",
                            "menac(?:e|es|er|é|ée|ant|ante)",
                            "détect(?:e|er|é|ée|és|ées|ion)",
                            "expos(?:e|er|é|ée|és|ées|ition)",
                            "fuit(?:e|es|er|é|ée)",
                            "attaqu(?:e|es|er|é|ée|ant|ants)",
                            "victimes?",
                            "harc(?:eler|elé|elée|eleur|eleurs|eleuse|èle|èlement)",
                            "traqu(?:e|er|é|ée|eur|eurs)",
                            "agress(?:e|er|é|ée|eur|eurs|ion|ions)",
                            "abus(?:e|er|é|ée|eur|eurs|if|ifs|ive)?",
                            "cibl(?:e|es|er|é|ée|ées)",
                            "correspond(?:re|ance|ances|ant|ante)?",
                            "attrapée?s?",
                            "surveill(?:e|er|é|ée|ons|ance)",
                            "guett(?:e|er|é|ée)",
                            "nue?s?",
                            "nudités?",
                            "explicites?",
                            "porno(?:graphie|graphique)?",
                            "agissez",
                            "ne vous inquiétez pas",
                            "pas d'inquiétude",
                            "bonnes? nouvelles?",
                            "retirée?s?",
                            "supprimée?s?",
                            "s[ûu]re?s?",
                            "sécurité",
                            "quietbell"),
                    LintRules.discreet(
                            "une?", "quelques", "plusieurs", "beaucoup", "neuf", "neuve", "neuves",
                            "nouveau", "nouveaux", "nouvelle", "nouvelles", "élément", "éléments",
                            "page", "pages", "nom", "noms", "forum", "réseau", "social", "vidéo",
                            "vidéos", "recherche", "actualité", "actualités", "site", "sites",
                            "web"),
                    LintRules.words(
                            "tu", "ton", "ta", "tes", "toi", "\\p{L}+\\(e\\)s?", "\\p{L}+[·•]\\p{L}+",
                            "\\p{L}+-e-?s?"),
                    sentence -> LintRules.easy(ReadingEase.french(sentence)));

    private FrenchRules() {}
}
