/** Single captures of an article, as they were archived. */
@org.jspecify.annotations.NullMarked
package stet.app.captures;
