package io.github.hotlinekit.sla.calendar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The ids and versions of layers, the lowest first. */
record LayerNames(List<Layer> layers) {
    static final String JOINT = "+";

    private record Layer(String id, String version) {}

    /** The names that an id and a version are made of; of a pair that does not match, just these two. */
    static LayerNames of(String id, String version) {
        List<String> ids = List.of(id.split("\\+", -1));
        List<String> versions = List.of(version.split("\\+", -1));
        if (ids.size() != versions.size()) {
            return new LayerNames(List.of(new Layer(id, version)));
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            layers.add(new Layer(ids.get(i), versions.get(i)));
        }
        return new LayerNames(List.copyOf(layers));
    }

    /** These below others. A layer that comes again above leaves nothing of its lower place. */
    LayerNames under(LayerNames upper) {
        Collection<Layer> joined = new LinkedHashSet<>(layers);
        upper.layers.forEach(joined::remove);
        joined.addAll(upper.layers);
        return new LayerNames(List.copyOf(joined));
    }

    String id() {
        return layers.stream().map(Layer::id).collect(Collectors.joining(JOINT));
    }

    String version() {
        return layers.stream().map(Layer::version).collect(Collectors.joining(JOINT));
    }
}
