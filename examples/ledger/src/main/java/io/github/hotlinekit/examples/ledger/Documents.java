package io.github.hotlinekit.examples.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the documents of a city lie: in a folder of the file system, or in this program's jar. */
interface Documents {

    /** Opens a document by its name relative to the folder. */
    InputStream open(String name) throws IOException;

    /** The name of a document as its author knows it, for messages. */
    String describe(String name);

    /** The documents in the folder of a file. */
    static Documents beside(Path file) {
        return new Documents() {
            @Override
            public InputStream open(String name) throws IOException {
                return Files.newInputStream(file.resolveSibling(name));
            }

            @Override
            public String describe(String name) {
                return file.resolveSibling(name).normalize().toString();
            }
        };
    }

    /** The documents of a city that this program ships, such as {@code boston-311}. */
    static Documents shipped(String city) {
        return new Documents() {
            @Override
            public InputStream open(String name) throws IOException {
                String path = Path.of(city).resolve(name).normalize().toString().replace('\\', '/');
                InputStream in = Documents.class.getResourceAsStream(path);
                if (in == null) {
                    throw new IOException("no document " + path + " in the program");
                }
                return in;
            }

            @Override
            public String describe(String name) {
                return city + "/" + name;
            }
        };
    }

    /** Whether this program ships a mapping for a city of that name. */
    static boolean ships(String city) {
        return city.matches("[a-z0-9-]+") && Documents.class.getResource(city + "/mapping.json") != null;
    }
}
