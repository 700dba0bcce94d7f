package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.document.Place;
import io.github.hotlinekit.core.document.Problems;
import io.github.hotlinekit.core.document.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document, and what is within it. No document type is ever looked at, so that no entity is ever expanded
 * and nothing is fetched.
 *
 * @param namespace its namespace; empty if none
 * @param name its local name
 * @param attributes those without a namespace, by name
 * @param children the elements within it
 * @param text the text directly within it
 * @param place where it begins
 */
record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        Place.Element place) {

    /** Whether it is an element of DMN 1.3 with this name. */
    boolean is(String dmnName) {
        return namespace.equals(Dmn.NAMESPACE) && name.equals(dmnName);
    }

    /** The elements of DMN 1.3 within it that have this name. */
    List<XmlElement> children(String dmnName) {
        return children.stream().filter(c -> c.is(dmnName)).toList();
    }

    /** An attribute. */
    Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /** Whether XML 1.0 can hold a text (section 2.2 of the recommendation). */
    static boolean canHold(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    }

    /** A text as it stands in an element or an attribute. A parser would make other line ends and blanks of these. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r', '\n', '\t' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * Reads a document.
     *
     * @throws io.github.hotlinekit.core.document.InvalidDocumentException if it is not well-formed, has a document type, or
     *     is beyond a limit
     */
    static XmlElement read(InputStream in, Problems problems) throws IOException {
        String text = text(in, problems);
        Lines lines = new Lines(text);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            String encoding = xml.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw refused(problems, new Place.Position(1, 1), "NOT_UTF8", encoding, "text in UTF-8");
            }
            return element(xml, lines, problems);
        } catch (XMLStreamException e) {
            // The parser's own words depend on the locale of the machine.
            throw refused(problems, place(e.getLocation()), "DMN_NOT_WELL_FORMED", "", "well-formed XML");
        }
    }

    private static String text(InputStream in, Problems problems) throws IOException {
        Reader reader = Utf8.reader(in);
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[1 << 14];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            read.append(buffer, 0, count);
            if (read.length() > RoutingDmn.MAX_DOCUMENT) {
                throw exceeded(problems, new Place.Position(1, 1), RoutingDmn.MAX_DOCUMENT, "characters");
            }
        }
        String text = read.toString();
        if (text.isBlank()) {
            throw refused(problems, new Place.Position(1, 1), "EMPTY_DOCUMENT", "", "a document of DMN 1.3");
        }
        int bad = Utf8.indexOfBadByte(text, 0);
        if (bad >= 0) {
            Lines lines = new Lines(text);
            throw refused(problems, lines.position(bad), "NOT_UTF8", Utf8.describe(text.charAt(bad)), "text in UTF-8");
        }
        return text;
    }

    private static Place.Position place(Location location) {
        return location == null
                ? new Place.Position(1, 1)
                : new Place.Position(Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
    }

    /** What is open while reading. */
    private record Open(
            String namespace,
            String name,
            Map<String, String> attributes,
            List<XmlElement> children,
            StringBuilder text,
            Place.Element place) {

        XmlElement close() {
            return new XmlElement(
                    namespace,
                    name,
                    attributes.isEmpty() ? Map.of() : attributes,
                    children.isEmpty() ? List.of() : children,
                    text.toString(),
                    place);
        }
    }

    private static XmlElement element(XMLStreamReader xml, Lines lines, Problems problems) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        List<XmlElement> roots = new ArrayList<>(1);
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Open started = open(xml, lines, Optional.ofNullable(open.peek()), problems);
                    open.push(started);
                    count++;
                    if (count > RoutingDmn.MAX_ELEMENTS) {
                        throw exceeded(problems, started.place(), RoutingDmn.MAX_ELEMENTS, "elements");
                    }
                    if (open.size() > RoutingDmn.MAX_DEPTH) {
                        throw exceeded(problems, started.place(), RoutingDmn.MAX_DEPTH, "elements within each other");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().close();
                    (open.isEmpty() ? roots : open.peek().children()).add(closed);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        addText(xml, open.peek(), problems);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(
                            problems,
                            place(xml.getLocation()),
                            "DMN_FORBIDDEN_DTD",
                            "",
                            "no document type and no entities but those of XML itself");
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return roots.get(0);
    }

    private static void addText(XMLStreamReader xml, Open element, Problems problems) {
        if (element.text().length() + xml.getTextLength() > RoutingDmn.MAX_TEXT) {
            throw exceeded(problems, element.place(), RoutingDmn.MAX_TEXT, "characters in an element");
        }
        // White space between elements is layout.
        if (!xml.isWhiteSpace() || element.children().isEmpty()) {
            element.text().append(xml.getText());
        }
    }

    private static Open open(XMLStreamReader xml, Lines lines, Optional<Open> parent, Problems problems) {
        Map<String, String> attributes = new HashMap<>();
        Place.Position start = lines.start(xml);
        String id = Optional.ofNullable(xml.getAttributeValue("", "id"))
                .or(() -> Optional.ofNullable(xml.getAttributeValue(null, "id")))
                .or(() -> parent.map(p -> p.place().id()))
                .orElse("");
        Place.Element place = new Place.Element(start.line(), start.column(), id.length() > 256 ? "" : id);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            if (value.length() > RoutingDmn.MAX_TEXT) {
                throw exceeded(problems, place, RoutingDmn.MAX_TEXT, "characters in an attribute");
            }
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), value);
            }
        }
        String namespace = xml.getNamespaceURI();
        return new Open(
                namespace == null ? "" : namespace,
                xml.getLocalName(),
                attributes,
                new ArrayList<>(0),
                new StringBuilder(0),
                place);
    }

    private static RuntimeException exceeded(Problems problems, Place place, int limit, String what) {
        return refused(problems, place, "LIMIT_EXCEEDED", "", "at most " + limit + " " + what);
    }

    /** Ends the reading: nothing sensible can be said of what comes after. */
    private static RuntimeException refused(
            Problems problems, Place place, String code, String value, String expected) {
        problems.add(place, code, value, expected);
        problems.throwIfAny();
        throw new IllegalStateException("a problem was added");
    }

    /** Where the lines of a text begin. A line ends with LF, CRLF or CR. */
    private static final class Lines {
        private final String text;
        private final int[] starts;

        Lines(String text) {
            this.text = text;
            this.starts = java.util.stream.IntStream.concat(
                            java.util.stream.IntStream.of(0),
                            java.util.stream.IntStream.range(0, text.length())
                                    .filter(i -> text.charAt(i) == '\n'
                                            || (text.charAt(i) == '\r'
                                                    && (i + 1 == text.length() || text.charAt(i + 1) != '\n')))
                                    .map(i -> i + 1))
                    .toArray();
        }

        Place.Position position(int offset) {
            int found = java.util.Arrays.binarySearch(starts, offset);
            int line = found >= 0 ? found : -found - 2;
            return new Place.Position(line + 1, offset - starts[line] + 1);
        }

        /** Where the tag begins at whose end the parser stands: no tag has a {@code <} but its first. */
        Place.Position start(XMLStreamReader xml) {
            Location end = xml.getLocation();
            int line = end.getLineNumber();
            if (line >= 1 && line <= starts.length) {
                int offset = Math.min(text.length(), starts[line - 1] + end.getColumnNumber() - 1);
                int start = text.lastIndexOf('<', offset - 1);
                if (start >= 0) {
                    return position(start);
                }
            }
            return place(end);
        }
    }
}
