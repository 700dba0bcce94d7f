package io.github.hotlinekit.examples.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.stats.metric.FactCheck;
import io.github.hotlinekit.stats.metric.FactFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in facts that cannot be so, in both languages: as a document of the format {@code hotline-quality/1} and as
 * lines for a terminal. What was not looked for is told apart from what does not occur.
 */
final class QualityReport {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Label BY_FILE = Label.of("各文件最后修改时", "the last change of each file");

    private final PartQuality quality;
    private final Set<FactFault> looked;
    private final Optional<Instant> asOf;

    private QualityReport(PartQuality quality, Set<FactFault> looked, Optional<Instant> asOf) {
        this.quality = quality;
        this.looked = looked;
        this.asOf = asOf;
    }

    /**
     * Of facts that were checked.
     *
     * @param check the check, or one of the same codes as of another instant
     * @param asOf its instant; empty if each fact was checked as of the last change of its file
     */
    static QualityReport of(PartQuality quality, FactCheck check, Optional<Instant> asOf) {
        Set<FactFault> looked = EnumSet.allOf(FactFault.class);
        if (check.taxonomy().isEmpty()) {
            looked.remove(FactFault.UNKNOWN_CATEGORY);
        }
        if (check.directory().isEmpty()) {
            looked.remove(FactFault.UNKNOWN_DEPARTMENT);
            looked.remove(FactFault.UNKNOWN_AREA);
        }
        return new QualityReport(quality, looked, asOf);
    }

    /** Of facts that nobody checked. */
    static QualityReport unchecked() {
        return new QualityReport(new PartQuality(), EnumSet.noneOf(FactFault.class), Optional.empty());
    }

    /** The document in UTF-8, the same for the same facts, ended by a line feed. */
    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("format", "hotline-quality/1");
            json.writeStringField("asOf", asOf.map(Instant::toString).orElse(null));
            json.writeNumberField("checked", quality.facts());
            json.writeNumberField("faulty", quality.faulty());
            json.writeArrayFieldStart("faults");
            for (FactFault fault : looked) {
                write(fault, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notLookedFor");
            for (FactFault fault : FactFault.values()) {
                if (!looked.contains(fault)) {
                    json.writeString(fault.code());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void write(FactFault fault, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", fault.code());
        json.writeObjectFieldStart("name");
        json.writeStringField("zh", fault.label().zh());
        json.writeStringField("en", fault.label().en());
        json.writeEndObject();
        json.writeNumberField("count", quality.count(fault));
        json.writeArrayFieldStart("examples");
        for (String number : quality.examples(fault)) {
            json.writeString(number);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One line, and one more for each fault that occurs. */
    List<String> lines() {
        if (looked.isEmpty()) {
            return List.of("数据质量 data quality: 未检查 facts were not checked (--check 检查 checks them)");
        }
        List<String> lines = new ArrayList<>();
        lines.add("数据质量 data quality, 截至 as of "
                + asOf.map(Instant::toString).orElse(BY_FILE.zh() + " " + BY_FILE.en())
                + ": 检查 facts checked " + grouped(quality.facts()) + ", 存疑 with faults " + grouped(quality.faulty())
                + (quality.faulty() == 0 ? ", 未发现问题 no faults" : ", 仍计入 counted all the same"));
        for (FactFault fault : looked) {
            if (quality.count(fault) > 0) {
                lines.add("  " + fault.label().zh() + " " + fault.label().en() + " " + grouped(quality.count(fault))
                        + ", 例 such as " + String.join(", ", quality.examples(fault)));
            }
        }
        return lines;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
