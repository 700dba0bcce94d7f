package io.github.hotlinekit.core.document;

import java.util.Objects;

/** Where in a document something stands. Lines and columns count from 1. */
public sealed interface Place {

    /**
     * A cell of a table.
     *
     * @param line the line of the file on which its row starts
     * @param column its position in the row
     * @param header the column's header; empty if there is none
     */
    record Cell(long line, int column, String header) implements Place {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if line or column is below 1
         */
        public Cell {
            Objects.requireNonNull(header, "header");
            requirePositive(line, column);
        }

        @Override
        public String toString() {
            return "line " + line + ", column " + column + (header.isEmpty() ? "" : " (" + header + ")");
        }
    }

    /**
     * A character of a text.
     *
     * @param line its line
     * @param column its position in the line
     */
    record Position(long line, int column) implements Place {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if line or column is below 1
         */
        public Position {
            requirePositive(line, column);
        }

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /**
     * A byte of a document that is no text.
     *
     * @param bytes how many bytes come before it
     */
    record Offset(long bytes) implements Place {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if bytes are negative
         */
        public Offset {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes must not be negative, but were " + bytes);
            }
        }

        @Override
        public String toString() {
            return "byte " + bytes;
        }
    }

    /**
     * A value of a JSON document.
     *
     * @param pointer a JSON Pointer (RFC 6901); the empty text is the whole document
     */
    record Pointer(String pointer) implements Place {
        /** Checks the parts. */
        public Pointer {
            Objects.requireNonNull(pointer, "pointer");
        }

        @Override
        public String toString() {
            return pointer.isEmpty() ? "the document" : pointer;
        }
    }

    /**
     * A value of a document of which each line is a JSON document.
     *
     * @param line its line
     * @param pointer a JSON Pointer (RFC 6901) into the line; the empty text is the whole line
     */
    record LinePointer(long line, String pointer) implements Place {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the line is below 1
         */
        public LinePointer {
            Objects.requireNonNull(pointer, "pointer");
            requirePositive(line, 1);
        }

        @Override
        public String toString() {
            return "line " + line + (pointer.isEmpty() ? "" : ", " + pointer);
        }
    }

    /**
     * An element of an XML document.
     *
     * @param line the line on which it begins
     * @param column where in the line
     * @param id its id, or that of the nearest element around it that has one; empty if none has
     */
    record Element(long line, int column, String id) implements Place {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if line or column is below 1
         */
        public Element {
            Objects.requireNonNull(id, "id");
            requirePositive(line, column);
        }

        @Override
        public String toString() {
            return "line " + line + ", column " + column + (id.isEmpty() ? "" : " (" + id + ")");
        }
    }

    private static void requirePositive(long line, int column) {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "line and column must be at least 1, but were " + line + " and " + column);
        }
    }
}
