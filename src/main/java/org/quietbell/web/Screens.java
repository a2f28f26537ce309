package org.quietbell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/// Fills the templates. They were compiled with the program, and escape what they are given.
final class Screens {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    void show(Context context, Views.View view) {
        if (view instanceof Views.Moved) {
            return;
        }
        StringOutput page = new StringOutput();
        engine.render(template(view), view, page);
        context.html(page.toString());
    }

    private static String template(Views.View view) {
        return switch (view) {
            case Views.Moved _ -> throw new IllegalStateException("it has no page");
            case Views.Begin _ -> "begin.jte";
            case Views.Today _ -> "today.jte";
            case Views.Listing _ -> "list.jte";
            case Views.Other _ -> "other.jte";
            case Views.Sheets _ -> "sheets.jte";
            case Views.Item _ -> "item.jte";
            case Views.Waiting _ -> "waiting.jte";
            case Views.Door _ -> "door.jte";
            case Views.Code _ -> "code.jte";
            case Views.Link _ -> "link.jte";
            case Views.Push _ -> "push.jte";
            case Views.Note _ -> "note.jte";
        };
    }
}
