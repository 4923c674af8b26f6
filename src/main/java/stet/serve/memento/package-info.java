/** The collection as a web archive that other programs ask (RFC 7089). */
@org.jspecify.annotations.NullMarked
package stet.serve.memento;
