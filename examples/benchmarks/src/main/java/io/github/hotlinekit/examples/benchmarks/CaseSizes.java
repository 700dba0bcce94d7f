package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.Case;
import io.github.hotlinekit.core.json.ReadOptions;
import io.github.hotlinekit.core.json.TimelineReader;
import io.github.hotlinekit.core.json.TimelineWriter;
import io.github.hotlinekit.core.privacy.RevealPurpose;
import io.github.hotlinekit.core.privacy.RevealRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;

/** Prints how many bytes a case of twenty events takes, in memory as it is read, and as a text. */
public final class CaseSizes {

    private static final int MANY = 1_000;

    private CaseSizes() {}

    /** Prints them. */
    public static void main(String[] args) throws IOException {
        StringWriter out = new StringWriter();
        TimelineWriter writer = TimelineWriter.revealing(
                out, RevealRequest.of(RevealPurpose.STORE, "bench", Instant.parse("2026-03-02T01:00:00Z")));
        for (int i = 0; i < MANY; i++) {
            writer.write(Lives.ofTwenty(i));
        }
        List<Case> cases = new ArrayList<>(MANY); // read, so that cases share no more than readers make them share
        TimelineReader.of(ReadOptions.of("sizes")).forEachCase(new StringReader(out.toString()), cases::add);
        long all = GraphLayout.parseInstance(cases).totalSize();
        int text = out.toString().getBytes(StandardCharsets.UTF_8).length;
        System.out.println("a case of 20 events: " + all / MANY + " bytes in memory, " + text / MANY + " as NDJSON");
    }
}
