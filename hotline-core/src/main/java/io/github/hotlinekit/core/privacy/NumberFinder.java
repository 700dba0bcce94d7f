package io.github.hotlinekit.core.privacy;

import io.github.hotlinekit.core.privacy.TextFinding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers: every run of whole groups of digits, joined by blanks, dashes or parentheses, that
 * together have the form of one. What a mask left over is in no group, so nothing new is found in a
 * masked text: its groups are those of the original, less what was found.
 */
final class NumberFinder {

    private static final int MAX_DIGITS = 19;
    private static final int MAX_LEFT_OVER = 4;
    private static final int MIN_STARS = 4;
    private static final int MAX_MOBILE_GROUPS = 4;
    private static final int MIN_FIRST_GROUP = 3;
    private static final int PAIR = 2;
    private static final List<String> MOBILE_PREFIXES = List.of("", "0", "86", "0086");
    private static final List<Integer> OLD_ID_GROUPS = List.of(6, 6, 3);

    /** Digits that stand together; a loose one stands alone. */
    private record Group(int first, int last, boolean loose, boolean joined) {
        int length() {
            return last - first;
        }
    }

    private final Symbols text;
    private final List<Group> groups;
    private final List<Match> found = new ArrayList<>();

    private NumberFinder(Symbols text) {
        this.text = text;
        this.groups = groups(text);
    }

    static List<Match> find(Symbols text) {
        NumberFinder finder = new NumberFinder(text);
        for (int i = 0; i < finder.groups.size(); i++) {
            finder.findFrom(i);
        }
        return finder.found;
    }

    private static List<Group> groups(Symbols text) {
        List<Group> groups = new ArrayList<>();
        int i = 0;
        while (i < text.size()) {
            if (text.digit(i) < 0) {
                i++;
                continue;
            }
            boolean loose = !Ascii.isDigit(text.at(i));
            int last = i + 1;
            while (!loose && Ascii.isDigit(text.at(last))) {
                last++;
            }
            if (loose || !isLeftOver(text, i, last)) {
                boolean joined = !groups.isEmpty() && text.isJoined(groups.get(groups.size() - 1).last, i);
                groups.add(new Group(i, last, loose, joined));
            }
            i = last;
        }
        return groups;
    }

    /** Whether a mask left these digits: few, with a run of asterisks beside them as a mask has it. */
    static boolean isLeftOver(Symbols text, int first, int last) {
        if (last - first > MAX_LEFT_OVER) {
            return false;
        }
        int before = text.starsBefore(first);
        int after = text.starsFrom(last);
        return before >= MIN_STARS
                || after >= MIN_STARS
                || (text.at(last) == '-' && text.starsFrom(last + 1) > MIN_STARS)
                || (after > 0 && text.at(last + after) == '@')
                || (before == MIN_STARS - 1 && PlateFinder.isHead(text, first - before - 2));
    }

    private void findFrom(int i) {
        StringBuilder digits = new StringBuilder();
        for (int j = i; j < groups.size(); j++) {
            Group group = groups.get(j);
            if ((j > i && !group.joined) || digits.length() + group.length() > MAX_DIGITS) {
                return;
            }
            for (int k = group.first; k < group.last; k++) {
                digits.append((char) ('0' + text.digit(k)));
            }
            check(i, j, digits.toString());
        }
    }

    private void check(int i, int j, String digits) {
        for (String prefix : MOBILE_PREFIXES) {
            if (digits.startsWith(prefix)
                    && NumberForms.isMobile(digits.substring(prefix.length()))
                    && isMobileShaped(i, j, prefix.length())) {
                add(Kind.MOBILE, i, j, NumberForms.maskMobile(digits.substring(prefix.length())));
            }
        }
        checkLandline(i, j, digits);
        checkId(i, j, digits);
        if (NumberForms.isBankCard(digits) && isCardShaped(i, j)) {
            add(Kind.BANK_CARD, i, j, NumberForms.lastOf(digits, 4));
        }
    }

    private void checkLandline(int i, int j, String digits) {
        int area = NumberForms.areaCode(digits);
        Group first = groups.get(i);
        if (area > 0 && (first.loose || first.length() >= area)) {
            boolean apart = !first.loose && first.length() == area && groups.get(i + 1).first > first.last;
            add(Kind.LANDLINE, i, j, NumberForms.maskLandline(digits, area, apart ? "-" : ""));
        }
        String national = digits.startsWith("0086")
                ? digits.substring(4)
                : digits.startsWith("86") && text.at(first.first - 1) == '+' ? digits.substring(2) : "";
        if (NumberForms.areaCode("0" + national) > 0) {
            add(Kind.LANDLINE, i, j, NumberForms.lastOf(digits, 2));
        }
    }

    private void checkId(int i, int j, String digits) {
        int end = groups.get(j).last;
        if (digits.length() == NumberForms.ID_BODY) {
            int x = Symbols.isJoiner(text.at(end)) ? end + 1 : end;
            if (digits.charAt(0) != '0' && isCross(text.at(x))) {
                add(Kind.ID_NUMBER, i, x + 1, j, NumberForms.maskId(digits + Character.toString(text.at(x))));
            }
        } else if (NumberForms.hasBirthDate(digits)
                || (i == j && NumberForms.isChecked(digits))
                || (NumberForms.isOldId(digits) && isOldIdShaped(i, j))) {
            add(Kind.ID_NUMBER, i, j, NumberForms.maskId(digits));
        }
    }

    private static boolean isCross(int symbol) {
        return symbol == 'X' || symbol == 'x' || symbol == '×';
    }

    private void add(Kind kind, int i, int j, String mask) {
        add(kind, i, groups.get(j).last, j, mask);
    }

    private void add(Kind kind, int i, int end, int j, String mask) {
        int first = groups.get(i).first;
        if (text.at(first - 1) == '('
                && text.plainText(first, groups.get(j).last).indexOf(')') >= 0) {
            first--;
        }
        if (text.at(first - 1) == '+') {
            first--;
            first -= text.at(first - 1) == '(' && text.plainText(first, end).indexOf(')') >= 0 ? 1 : 0;
        }
        found.add(Match.number(kind, first, end, text.runsTogether(first, end) ? Form.stars(end - first) : mask));
    }

    /** Not two dates and an amount in a row: few groups with a long first, or all in ones and pairs. */
    private boolean isMobileShaped(int i, int j, int prefix) {
        int start = groups.get(i).length() == prefix ? i + 1 : i;
        int head = groups.get(start).length() - (start == i ? prefix : 0);
        boolean small = true;
        boolean loose = false;
        for (Group group : groups.subList(start, j + 1)) {
            small &= group.length() <= PAIR;
            loose |= group.loose;
        }
        return loose || small || (head >= MIN_FIRST_GROUP && j - start < MAX_MOBILE_GROUPS);
    }

    private boolean isOldIdShaped(int i, int j) {
        return i == j
                || groups.subList(i, j + 1).stream().map(Group::length).toList().equals(OLD_ID_GROUPS);
    }

    /** In one group, or in fours with a rest. */
    private boolean isCardShaped(int i, int j) {
        return i == j
                || (groups.subList(i, j).stream().allMatch(g -> g.length() == 4)
                        && groups.get(j).length() <= 4);
    }
}
