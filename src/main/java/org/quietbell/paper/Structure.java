package org.quietbell.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/// What the parts of a document are to a program that reads it aloud: headings, sections,
/// paragraphs, in their order.
///
/// @see <a href="https://pdfa.org/resource/iso-32000-1/">ISO 32000-1, 14.7: logical structure</a>
final class Structure {
    private static final COSName ROOT = COSName.getPDFName("StructTreeRoot");
    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName REFERENCE = COSName.getPDFName("MCR");
    private static final COSName STRUCT_PARENTS = COSName.getPDFName("StructParents");

    private final COSDictionary root = new COSDictionary();
    private final COSDictionary document;
    private final List<COSArray> byPage = new ArrayList<>();
    private COSDictionary parent;

    Structure() {
        root.setItem(COSName.TYPE, ROOT);
        document = element("Document", root);
        parent = document;
    }

    private static COSDictionary element(String role, COSDictionary parent) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, ELEMENT);
        element.setItem(COSName.S, COSName.getPDFName(role));
        element.setItem(COSName.P, parent);
        kids(parent).add(element);
        return element;
    }

    private static COSArray kids(COSDictionary element) {
        COSArray kids = element.getCOSArray(COSName.K);
        if (kids == null) {
            kids = new COSArray();
            element.setItem(COSName.K, kids);
        }
        return kids;
    }

    /// Begins a part that holds all that comes, until the next begins.
    void section() {
        parent = element("Sect", document);
    }

    /// What comes stands beside the parts.
    void outside() {
        parent = document;
    }

    /// A heading or paragraph, to which pieces of pages belong.
    Part part(String role) {
        return new Part(element(role, parent));
    }

    /// Begins a page.
    void page(PDPage page) {
        page.getCOSObject().setInt(STRUCT_PARENTS, byPage.size());
        byPage.add(new COSArray());
    }

    /// The whole, for the document's catalog.
    COSDictionary whole() {
        COSArray numbers = new COSArray();
        for (int i = 0; i < byPage.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(byPage.get(i));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.getPDFName("ParentTree"), tree);
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), byPage.size());
        return root;
    }

    /// One heading or paragraph.
    final class Part {
        private final COSDictionary element;

        private int first;

        private Part(COSDictionary element) {
            this.element = element;
        }

        /// The number on the present page for a piece of it.
        int piece(PDPage page) {
            COSArray onPage = byPage.getLast();
            int number = onPage.size();
            onPage.add(element);
            if (!element.containsKey(COSName.PG)) {
                element.setItem(COSName.PG, page.getCOSObject());
                first = byPage.size();
            }
            if (first == byPage.size()) {
                kids(element).add(COSInteger.get(number));
            } else {
                COSDictionary elsewhere = new COSDictionary();
                elsewhere.setItem(COSName.TYPE, REFERENCE);
                elsewhere.setItem(COSName.PG, page.getCOSObject());
                elsewhere.setInt(COSName.MCID, number);
                elsewhere.setDirect(true);
                kids(element).add(elsewhere);
            }
            return number;
        }
    }
}
