package io.github.hotlinekit.core.cases;

/**
 * A post (岗位) of a department, such as the second desk of its property office.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters without blanks at the ends and without control characters
 */
public record Post(String value) implements Comparable<Post> {

    /** The most characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public Post {
        Checks.plain(value, "post", MAX_LENGTH);
    }

    /**
     * Makes one of a text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static Post of(String value) {
        return new Post(value);
    }

    @Override
    public int compareTo(Post other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
