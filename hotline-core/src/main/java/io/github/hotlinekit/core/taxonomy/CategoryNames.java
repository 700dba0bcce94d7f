package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.text.NormalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds categories by their names. Immutable. */
final class CategoryNames {

    private final Map<String, List<Category>> exact;
    private final List<Entry> entries;

    private record Entry(Category category, String zh, String en) {

        /** 0 for a name that is the text, 1 for one that begins with it, 2 for one that has it, 3 for none. */
        int distance(String text) {
            return Math.min(distance(zh, text), distance(en, text));
        }

        private static int distance(String name, String text) {
            if (name.startsWith(text)) {
                return name.length() == text.length() ? 0 : 1;
            }
            return name.contains(text) ? 2 : 3;
        }
    }

    private CategoryNames(Map<String, List<Category>> exact, List<Entry> entries) {
        this.exact = exact;
        this.entries = entries;
    }

    static CategoryNames of(List<Category> categories) {
        Map<String, List<Category>> exact = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Category category : categories) {
            String zh = category.name().zh();
            String en = category.name().en();
            exact.computeIfAbsent(zh, n -> new ArrayList<>()).add(category);
            if (!en.equals(zh)) {
                exact.computeIfAbsent(en, n -> new ArrayList<>()).add(category);
            }
            entries.add(new Entry(category, NormalText.normalized(zh), NormalText.normalized(en)));
        }
        exact.replaceAll((name, list) -> List.copyOf(list));
        return new CategoryNames(Map.copyOf(exact), List.copyOf(entries));
    }

    List<Category> named(String name) {
        return exact.getOrDefault(name, List.of());
    }

    List<Category> search(String text) {
        String normal = NormalText.normalized(text);
        if (normal.isEmpty()) {
            return List.of();
        }
        List<List<Category>> byDistance =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Entry entry : entries) {
            byDistance.get(entry.distance(normal)).add(entry.category());
        }
        return byDistance.subList(0, 3).stream().flatMap(List::stream).toList();
    }
}
