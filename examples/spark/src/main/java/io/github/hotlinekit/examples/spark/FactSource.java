package io.github.hotlinekit.examples.spark;

import org.apache.spark.unsafe.types.UTF8String;

/** The row of a fact at hand, by column. */
interface FactSource {

    /** Whether the row has a value there; a column that is not read has none. */
    boolean has(FactColumn column);

    /** A text, valid until the next row. */
    UTF8String text(FactColumn column);

    /** A small number that stands for the text until the next batch; -1 if it has none. */
    int code(FactColumn column);

    /** Microseconds from 1970-01-01T00:00Z. */
    long micros(FactColumn column);

    int number(FactColumn column);

    boolean flag(FactColumn column);
}
