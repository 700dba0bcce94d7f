package io.github.hotlinekit.stats.ledger;

import io.github.hotlinekit.stats.metric.Measure;
import io.github.hotlinekit.stats.metric.Metric;
import io.github.hotlinekit.stats.metric.TimeBasis;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in cells the figures of a specification are: metrics and measures by time basis, the receipt always first. */
final class Layout {

    /**
     * A place.
     *
     * @param basis the number of the time basis
     * @param place the place among the metrics, or the measures, of that basis
     */
    record At(int basis, int place) {}

    private final LedgerSpec spec;
    private final List<TimeBasis> bases;
    private final List<List<Metric>> metrics;
    private final List<List<Measure>> measures;
    private final Map<String, At> metricAt = new HashMap<>();
    private final Map<String, At> measureAt = new HashMap<>();

    Layout(LedgerSpec spec) {
        this.spec = spec;
        Set<TimeBasis> used = EnumSet.of(TimeBasis.RECEIVED);
        spec.metrics().forEach(m -> used.add(m.basis()));
        spec.measures().forEach(m -> used.add(m.basis()));
        this.bases = List.copyOf(used);
        this.metrics = bases.stream()
                .map(b -> spec.metrics().stream().filter(m -> m.basis() == b).toList())
                .toList();
        this.measures = bases.stream()
                .map(b -> spec.measures().stream().filter(m -> m.basis() == b).toList())
                .toList();
        for (int b = 0; b < bases.size(); b++) {
            for (int i = 0; i < metrics.get(b).size(); i++) {
                metricAt.put(metrics.get(b).get(i).id(), new At(b, i));
            }
            for (int i = 0; i < measures.get(b).size(); i++) {
                measureAt.put(measures.get(b).get(i).id(), new At(b, i));
            }
        }
    }

    LedgerSpec spec() {
        return spec;
    }

    List<TimeBasis> bases() {
        return bases;
    }

    List<Metric> metrics(int basis) {
        return metrics.get(basis);
    }

    List<Measure> measures(int basis) {
        return measures.get(basis);
    }

    int basis(TimeBasis basis) {
        int place = bases.indexOf(basis);
        if (place < 0) {
            throw new IllegalArgumentException("basis must be one of " + bases + ", but was " + basis);
        }
        return place;
    }

    Metric metric(String id) {
        At at = find(metricAt, id, "metric");
        return metrics.get(at.basis()).get(at.place());
    }

    /** What cases a figure is of, by the id of its metric or measure, or of a metric's cases left out. */
    Metric traced(String id) {
        int slash = id.lastIndexOf('/');
        if (slash > 0 && !metricAt.containsKey(id) && metricAt.containsKey(id.substring(0, slash))) {
            return metric(id.substring(0, slash)).leftOut(id.substring(slash + 1));
        }
        At time = metricAt.containsKey(id) ? null : measureAt.get(id);
        return time == null
                ? metric(id)
                : measures.get(time.basis()).get(time.place()).measured();
    }

    At metricAt(String id) {
        return find(metricAt, id, "metric");
    }

    At measureAt(String id) {
        return find(measureAt, id, "measure");
    }

    private static At find(Map<String, At> places, String id, String what) {
        At at = places.get(id);
        if (at == null) {
            throw new IllegalArgumentException(what + " must be one of "
                    + places.keySet().stream().sorted().toList() + ", but was " + id);
        }
        return at;
    }
}
