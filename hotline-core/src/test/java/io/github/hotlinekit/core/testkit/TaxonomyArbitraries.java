package io.github.hotlinekit.core.testkit;

import io.github.hotlinekit.core.document.Effective;
import io.github.hotlinekit.core.language.Label;
import io.github.hotlinekit.core.taxonomy.Category;
import io.github.hotlinekit.core.taxonomy.CategoryCode;
import io.github.hotlinekit.core.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Draws small taxonomies in which categories often succeed each other and share words. */
public final class TaxonomyArbitraries {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final List<String> PREFIXES =
            List.of("", "", "=", "'", "'=", "-1 ", "a,b ", "\"q\" ", "路灯 ", "ＥＴＣ", "\uD842\uDFB7");
    private static final List<String> WORDS =
            List.of("噪", "噪音", "音", "夜间噪音", "etc", "\"t", "=t,'", "间", "c噪", "'", "\uD842\uDFB7");

    private TaxonomyArbitraries() {}

    /** Days before, within and after the times in force that are drawn. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-2, 12).map(START::plusDays);
    }

    /** Taxonomies of 1 to 14 categories in two levels or three. */
    public static Arbitrary<Taxonomy> taxonomies() {
        return Arbitraries.randomValue(TaxonomyArbitraries::draw);
    }

    private static Taxonomy draw(Random random) {
        List<CategoryCode> codes = new ArrayList<>();
        addSome("", 1, random, codes);
        if (codes.isEmpty()) {
            codes.add(CategoryCode.of("07"));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(codes, random);
            codes.sort(Comparator.comparing(CategoryCode::depth)); // parents first, yet not each with its children
        }
        List<Effective> times = codes.stream().map(c -> time(random)).toList();
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            categories.add(category(i, codes, times, random));
        }
        return Taxonomy.of("drawn", "1", categories);
    }

    private static void addSome(String above, int depth, Random random, List<CategoryCode> codes) {
        for (String digits : List.of("02", "01")) {
            if (random.nextInt(4) > 0) {
                codes.add(CategoryCode.of(above + digits));
                if (depth < 3) {
                    addSome(above + digits + ".", depth + 1, random, codes);
                }
            }
        }
    }

    private static Effective time(Random random) {
        Optional<LocalDate> from =
                random.nextBoolean() ? Optional.empty() : Optional.of(START.plusDays(random.nextInt(3)));
        Optional<LocalDate> to =
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(START.plusDays(3 + random.nextInt(6)));
        return new Effective(from, to);
    }

    private static Category category(int i, List<CategoryCode> codes, List<Effective> times, Random random) {
        String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        Category.Builder builder = Category.builder()
                .code(codes.get(i))
                .name(Label.of(prefix + "类" + codes.get(i), prefix + "C" + codes.get(i)))
                .effective(times.get(i));
        if (random.nextInt(3) == 0) {
            builder.description(Label.of(prefix + "说明", prefix + "text"));
        }
        if (random.nextBoolean()) {
            builder.addTypicalKinds("help", "report").typicalLead("-CGJ_1");
        }
        List<String> words = new ArrayList<>(WORDS);
        Collections.shuffle(words, random);
        builder.addAllKeywords(words.subList(0, random.nextInt(5)));
        times.get(i).toExclusive().ifPresent(end -> {
            List<CategoryCode> heirs = new ArrayList<>();
            for (int j = 0; j < codes.size(); j++) {
                if (times.get(j).includes(end)) {
                    heirs.add(codes.get(j));
                }
            }
            Collections.shuffle(heirs, random);
            builder.addAllSuccessors(heirs.subList(0, Math.min(heirs.size(), random.nextInt(4))));
        });
        return builder.build();
    }
}
