package stet.article;

/**
 * The words under a picture.
 *
 * @param text what the picture shows
 * @param credit who made it, as printed and without the brackets; empty when not stated
 */
public record Caption(String text, String credit) {}
