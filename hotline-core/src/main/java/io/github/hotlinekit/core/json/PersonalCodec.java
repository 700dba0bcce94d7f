package io.github.hotlinekit.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hotlinekit.core.privacy.AddressDetail;
import io.github.hotlinekit.core.privacy.Coordinates;
import io.github.hotlinekit.core.privacy.FreeText;
import io.github.hotlinekit.core.privacy.IdNumber;
import io.github.hotlinekit.core.privacy.PersonName;
import io.github.hotlinekit.core.privacy.PersonalField;
import io.github.hotlinekit.core.privacy.PhoneNumber;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Personal values: a text in clear, or an object of one property that says in what other form the value is.
 * A masked one is never read, since it is not the truth.
 */
final class PersonalCodec extends Codec {

    static final String MASKED = "masked";
    static final String SEALED = "sealed";
    static final String ERASED = "erased";

    /** All personal types. */
    static final List<PersonalCodec> ALL = List.of(
            new PersonalCodec(PersonName.class, PersonalField.NAME, PersonName::of),
            new PersonalCodec(PhoneNumber.class, PersonalField.PHONE, PhoneNumber::of),
            new PersonalCodec(IdNumber.class, PersonalField.ID_NUMBER, IdNumber::of),
            new PersonalCodec(AddressDetail.class, PersonalField.ADDRESS, AddressDetail::of),
            new PersonalCodec(Coordinates.class, PersonalField.ADDRESS, PersonalCodec::coordinates),
            new PersonalCodec(FreeText.class, PersonalField.TEXT, FreeText::of));

    private static final int MAX_DEGREES = 20;

    private final Class<?> type;
    private final PersonalField field;
    private final Function<String, Object> of;

    private PersonalCodec(Class<?> type, PersonalField field, Function<String, Object> of) {
        this.type = type;
        this.field = field;
        this.of = of;
    }

    Class<?> type() {
        return type;
    }

    boolean canBeErased() {
        return type == FreeText.class;
    }

    @Override
    @Nullable
    Object read(JsonNode node, Path path, Reading in) {
        if (node.isTextual()) {
            return value(node.textValue(), path, in);
        }
        if (node.isObject() && node.size() == 1) {
            JsonNode sealed = node.get(SEALED);
            if (sealed != null && sealed.isTextual()) {
                return open(sealed.textValue(), path, in);
            }
            JsonNode erased = node.get(ERASED);
            if (canBeErased() && erased != null && erased.isBoolean() && erased.booleanValue()) {
                return FreeText.ERASED;
            }
            if (node.has(MASKED)) {
                in.wrong(path, "MASKED", "the value itself; a masked export cannot be read as if it were the truth");
                return null;
            }
        }
        in.wrongType(
                path, node, "a text, or an object of one property " + SEALED + (canBeErased() ? " or " + ERASED : ""));
        return null;
    }

    private @Nullable Object value(String text, Path path, Reading in) {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            in.wrong(path, "BAD_VALUE", Reading.demand(e));
            return null;
        }
    }

    private @Nullable Object open(String sealed, Path path, Reading in) {
        Optional<PersonalDataVault> vault = in.options().vault();
        if (vault.isEmpty()) {
            in.wrong(path, "SEALED", "the value in clear, or a vault that opens it");
            return null;
        }
        Optional<String> plain;
        try {
            plain = vault.get().open(in.number(), field, sealed);
        } catch (IllegalArgumentException e) {
            in.wrong(path, "BAD_VALUE", "a text that the vault sealed for this case");
            return null;
        }
        if (plain.isPresent()) {
            return value(plain.get(), path, in);
        }
        if (canBeErased()) {
            return FreeText.ERASED;
        }
        in.lose();
        return LOST;
    }

    @Override
    void write(Object value, Writing out) throws IOException {
        out.form().write(value, out);
    }

    /** Latitude and longitude as {@link Coordinates} tells them; the exception never quotes them. */
    private static Coordinates coordinates(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || !isDecimal(text.substring(0, comma)) || !isDecimal(text.substring(comma + 1))) {
            throw new IllegalArgumentException(
                    "coordinates must be latitude and longitude in degrees with a comma between them");
        }
        return Coordinates.of(new BigDecimal(text.substring(0, comma)), new BigDecimal(text.substring(comma + 1)));
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        boolean digits = text.length() > start && text.length() <= MAX_DEGREES && point != start;
        for (int i = start; i < text.length() && digits; i++) {
            digits = i == point ? i + 1 < text.length() : text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}
