package org.aegle.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Stamps the addresses of our own stylesheets and scripts with what is in them, the same on every node. */
@Named
@ApplicationScoped
public class Release {
    private static final String FOLDER = "/WEB-INF/resources/aegle/";

    @Inject
    private ServletContext application;

    private String stamp;

    @PostConstruct
    void read() {
        CRC32 sum = new CRC32();
        for (String path : new TreeSet<>(application.getResourcePaths(FOLDER))) {
            try (InputStream file = new CheckedInputStream(application.getResourceAsStream(path), sum)) {
                file.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        stamp = Long.toString(sum.getValue(), 36);
    }

    public String getStamp() {
        return stamp;
    }
}
