package stet.report.page;

import java.util.List;

/**
 * A comparison on a page that needs nothing beside it.
 *
 * @param proof the captures that both texts were read from
 * @param css the style sheet
 * @param cssDigest its digest as Content Security Policy writes it
 */
public record AloneView(
    DiffView diff, List<VersionView.Field> proof, String css, String cssDigest) {}
