package io.github.hotlinekit.core.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Finds known personal data in a text. */
final class KnownFinder {

    /** A shorter number or document is found only where no digit or letter touches it. */
    private static final int MIN_ANYWHERE = 7;

    /** The hidden part of an address is looked for on its own from this length on. */
    private static final int MIN_HOUSE = 4;

    /** What to look for: plain symbols, and what may stand between them in the text. */
    private record Needle(List<Integer> symbols, String mask, IntPredicate between, boolean digits, boolean bounded) {}

    private final Symbols text;
    private final List<Match> found;

    private KnownFinder(Symbols text, List<Match> found) {
        this.text = text;
        this.found = found;
    }

    static void find(Symbols text, Collection<? extends PersonalData> known, List<Match> found) {
        KnownFinder finder = new KnownFinder(text, found);
        for (PersonalData data : known) {
            Set<Integer> ends = new HashSet<>();
            for (Needle needle : needles(data)) {
                finder.find(needle, ends);
            }
        }
    }

    private static List<Needle> needles(PersonalData data) {
        List<Needle> needles = new ArrayList<>();
        if (data instanceof PersonName name) {
            needles.add(words(name.value(), name.masked()));
        } else if (data instanceof PhoneNumber phone) {
            String digits = phone.normalized().replace("+", "");
            needles.add(number(digits, phone.masked(), true));
            int area = NumberForms.areaCode(digits);
            if (area > 0) {
                String local = digits.substring(area);
                needles.add(number(local, NumberForms.lastOf(local, 2), true));
            }
        } else if (data instanceof IdNumber id) {
            needles.add(number(id.normalized(), id.masked(), false));
        } else if (data instanceof AddressDetail address) {
            String value = address.value();
            String house = value.substring(AddressForm.publicLength(value));
            if (!house.isEmpty()) {
                needles.add(words(value, address.masked()));
            }
            if (house.length() >= MIN_HOUSE && house.chars().anyMatch(Character::isDigit)) {
                needles.add(words(house, "**"));
            }
        }
        return needles;
    }

    private static Needle words(String value, String mask) {
        Symbols symbols = Symbols.of(value);
        List<Integer> wanted = symbols.plainText(0, symbols.size())
                .codePoints()
                .filter(c -> !Symbols.isBlank(c))
                .map(KnownFinder::fold)
                .boxed()
                .toList();
        return new Needle(wanted, mask, Symbols::isBlank, false, false);
    }

    private static Needle number(String value, String mask, boolean digits) {
        List<Integer> wanted = value.chars().map(KnownFinder::fold).boxed().toList();
        return new Needle(wanted, mask, Symbols::isJoiner, digits, value.length() < MIN_ANYWHERE);
    }

    private static int fold(int symbol) {
        return Character.toLowerCase(symbol);
    }

    /** Not what ends where something longer of the same datum was found to end. */
    private void find(Needle needle, Set<Integer> ends) {
        if (needle.symbols.isEmpty()) {
            return;
        }
        int i = 0;
        while (i < text.size()) {
            int last = endOf(needle, i);
            if (last < 0 || ends.contains(last) || (needle.bounded && isTouched(i, last))) {
                i++;
            } else {
                String original = text.original(i, last);
                String mask = text.runsTogether(i, last)
                        ? Form.stars(last - i)
                        : needle.mask.substring(0, Math.min(needle.mask.length(), original.length()));
                found.add(new Match(null, i, last, mask, i));
                ends.add(last);
                i = last;
            }
        }
    }

    private boolean isTouched(int first, int last) {
        return Ascii.isAlphanumeric(text.at(first - 1)) || Ascii.isAlphanumeric(text.at(last));
    }

    private int endOf(Needle needle, int start) {
        int i = start;
        for (int k = 0; k < needle.symbols.size(); k++) {
            int next = i;
            while (k > 0
                    && next - i < 3
                    && next < text.size()
                    && needle.between.test(text.at(next))
                    && symbol(needle, next) != needle.symbols.get(k)) {
                next++;
            }
            if (next >= text.size() || symbol(needle, next) != needle.symbols.get(k)) {
                return -1;
            }
            i = next + 1;
        }
        return i;
    }

    private int symbol(Needle needle, int i) {
        int digit = needle.digits ? text.digit(i) : -1;
        return digit >= 0 ? '0' + digit : fold(text.at(i));
    }
}
