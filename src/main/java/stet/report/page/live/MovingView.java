package stet.report.page.live;

import stet.report.page.Frame;

/**
 * A page that leads on to another by itself.
 *
 * @param href where to, from the site's first folder; of characters that need no escaping in HTML
 */
public record MovingView(Frame frame, String href) {}
