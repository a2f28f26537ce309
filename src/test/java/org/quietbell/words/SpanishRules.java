package org.quietbell.words;

/// What may not be said in Spanish: the equivalents of what R1.14, R1.23, R1.25 and R6.11 forbid,
/// and every form that says "tú" or "vos", or makes the person a man or a woman.
final class SpanishRules {
    static final LintRules RULES =
            new LintRules(
                    LintRules.words(
                            "porno(?:grafía)? infantil",
                            "(?:su|por su) culpa",
                            "(?:usted )?(?:debería|debió) haber",
                            "(?:sin|ningún|no hay) resultados?",
                            "no se (?:encontró|ha encontrado) nada",
                            "nada encontrado",
                            "sin novedad(?:es)?",
                            "todo (?:está|va) bien",
                            "está (?:ahora )?a salvo",
                            "está (?:ahora )?seguro|está (?:ahora )?segura",
                            "(?:página|imagen|foto|dirección|publicación|sitio|enlace)s?"
                                    + " (?:fue|fueron|ha sido|han sido|está|están)"
                                    + " (?:ahora )?(?:retirad|eliminad|borrad|quitad)[oa]s?",
                            "(?:retirad|eliminad|borrad|quitad)[oa]s? de internet",
                            "revenge porn(?! helpline)",
                            "porno(?:grafía)? de venganza",
                            "porno-?venganza",
                            "hits?"),
                    LintRules.words(
                            "alert(?:a|as|ar|ado|ada|amos)",
                            "advert(?:ir|encia|encias|ido|ida)",
                            "advierte",
                            "avis(?:o|os) importantes?",
                            "atención",
                            "urgen(?:te|tes|cia|cias|temente)",
                            "peligros?",
                            "peligros[oa]s?",
                            "amenaz(?:a|as|ar|ado|ada|ante)",
                            "detect(?:a|ar|ado|ada|ados|adas|ó)",
                            "expuest[oa]s?",
                            "exposición",
                            "filtr(?:ado|ada|ados|adas|ación|aciones)",
                            "ataques?",
                            "atac(?:ar|ado|ada|ante|antes)",
                            "víctimas?",
                            "acos(?:o|ar|ado|ada|ador|adora|adores)",
                            "agres(?:or|ora|ores|ión|iones)",
                            "abus(?:o|os|ar|ado|ada|ador|adora|adores|ivo|iva)",
                            "maltrat(?:o|ador|adora)",
                            "objetivos?",
                            "blancos?",
                            "coincid(?:e|en|encia|encias)",
                            "atrapad[oa]s?",
                            "vigil(?:a|ar|ado|ada|ancia|amos)",
                            "monitor(?:ea|ear|eo|izar|ización)?",
                            "desnud[oa]s?",
                            "desnudez",
                            "explícit[oa]s?",
                            "porno(?:grafía|gráfico|gráfica)?",
                            "actúe",
                            "no se preocupe",
                            "buenas? noticias?",
                            "retirad[oa]s?",
                            "eliminad[oa]s?",
                            "segur[oa]s?",
                            "seguridad",
                            "quietbell"),
                    LintRules.discreet(
                            "una?", "uno", "unas", "unos", "pocas", "pocos", "muchas", "muchos",
                            "varias", "varios", "algo", "nuevo", "nueva", "nuevos", "nuevas",
                            "elemento", "elementos", "página", "páginas", "nombre", "nombres",
                            "foro", "red", "social", "video", "vídeo", "videos", "búsqueda",
                            "noticia", "noticias", "sitio", "sitios", "web"),
                    LintRules.words(
                            "tú", "tu", "tus", "ti", "contigo", "vos", "vosotr[oa]s", "os",
                            "vuestr[oa]s?", "\\p{L}+/as?", "\\p{L}+\\(a\\)s?", "\\p{L}+@s?",
                            "sol[oa]s?(?= con)", "list[oa]s? para"),
                    sentence -> LintRules.easy(ReadingEase.spanish(sentence)));

    private SpanishRules() {}
}
