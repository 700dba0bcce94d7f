package io.github.hotlinekit.stats.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IntPoolTest {

    /** A slice: where it is, and its size class. */
    private record Taken(int at, int sizeClass) {}

    @Test
    void the_class_of_a_size_is_the_least_that_holds_it() {
        for (int size = 0; size <= 5_000; size++) {
            int wanted = size;
            int least = IntStream.range(0, IntPool.SIZES)
                    .filter(sizeClass -> IntPool.size(sizeClass) >= wanted)
                    .findFirst()
                    .orElseThrow();
            assertThat(IntPool.classOf(size)).isEqualTo(least);
            assertThat(IntPool.size(least)).isBetween(size, Math.max(2, size * 3 / 2));
        }
        assertThat(IntStream.range(0, 8).map(IntPool::size)).containsExactly(2, 3, 4, 6, 8, 12, 16, 24);
    }

    @Property(tries = 50)
    void slices_never_overlap_and_there_is_always_something_behind_the_last(@ForAll Random random) {
        IntPool pool = new IntPool();
        Deque<Taken> taken = new ArrayDeque<>();
        Set<Integer> used = new HashSet<>();
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(6)) {
                case 0 -> pool.makeRoom(random.nextInt(100));
                case 1 -> pool.trim();
                case 2 -> {
                    if (!taken.isEmpty()) {
                        Taken given = taken.remove();
                        pool.give(given.at(), given.sizeClass());
                        IntStream.range(0, IntPool.size(given.sizeClass())).forEach(i -> used.remove(given.at() + i));
                    }
                }
                case 3 -> {
                    int sizeClass = random.nextInt(9);
                    int at = pool.reserve(IntPool.size(sizeClass));
                    pool.takeReserved(sizeClass);
                    take(new Taken(at, sizeClass), taken, used);
                }
                default -> {
                    int sizeClass = random.nextInt(9);
                    take(new Taken(pool.take(sizeClass), sizeClass), taken, used);
                }
            }
            assertThat(pool.ints().length).isGreaterThanOrEqualTo(pool.used() + IntPool.SPARE);
            assertThat(pool.ints()[IntPool.NONE]).isZero();
        }
    }

    private static void take(Taken slice, Deque<Taken> taken, Set<Integer> used) {
        taken.add(slice);
        for (int i = 0; i < IntPool.size(slice.sizeClass()); i++) {
            assertThat(used.add(slice.at() + i)).isTrue();
        }
        assertThat(slice.at()).isGreaterThan(IntPool.NONE);
    }

    @Test
    void room_that_was_made_is_there_and_no_more_than_was_asked() {
        for (int size : new int[] {0, 55, 56, 1_000}) {
            IntPool pool = new IntPool();
            pool.makeRoom(size);
            assertThat(pool.hasRoom(size)).isTrue();
            assertThat(pool.hasRoom(Math.max(size, 64 - IntPool.SPARE) + 1)).isFalse();
            assertThat(pool.used()).isEqualTo(1);
            int[] ints = pool.ints();
            int sizeClass = IntPool.classOf(size) - (IntPool.size(IntPool.classOf(size)) > size ? 1 : 0);
            if (sizeClass >= 0) {
                pool.take(sizeClass);
                assertThat(pool.ints()).isSameAs(ints);
            }
        }
    }

    @Test
    void size_classes_grow_and_each_is_the_class_of_its_size() {
        for (int sizeClass = 1; sizeClass < 50; sizeClass++) {
            assertThat(IntPool.size(sizeClass)).isGreaterThan(IntPool.size(sizeClass - 1));
            assertThat(IntPool.classOf(IntPool.size(sizeClass))).isEqualTo(sizeClass);
            assertThat(IntPool.classOf(IntPool.size(sizeClass - 1) + 1)).isEqualTo(sizeClass);
        }
        assertThat(IntPool.classOf(1)).isZero();
    }

    @Test
    void a_slice_that_was_given_back_is_taken_again() {
        IntPool pool = new IntPool();
        int first = pool.take(3);
        int second = pool.take(3);
        pool.give(first, 3);
        pool.give(second, 3);
        assertThat(pool.take(3)).isEqualTo(second);
        assertThat(pool.take(2)).isNotIn(first, second);
        assertThat(pool.take(3)).isEqualTo(first);
    }
}
