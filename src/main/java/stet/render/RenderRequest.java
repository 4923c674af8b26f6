package stet.render;

import stet.capture.Capture;

/**
 * A page to render.
 *
 * @param page its bytes, as they were captured; the browser is told its address and that it was
 *     answered with status 200
 * @param files where the rest comes from
 * @param options how it is looked at
 */
public record RenderRequest(Capture page, PageFiles files, RenderOptions options) {}
