package io.lynceus.gateway.vo.rest;

import io.lynceus.gateway.config.GatewayConfig;
import io.lynceus.gateway.rest.client.ClassifierClient;
import io.lynceus.gateway.rest.client.ServiceReadiness;
import io.lynceus.gateway.suite.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.ac.starlink.votable.VOSerializer;

/// The self-description of the cone search.
///
/// Source: VOSI 1.1; VOResource 1.0, VODataService 1.1 and SimpleDALRegExt 1.1 for the elements; REC-SCS-1.03, section
/// 3 for what they must say.
@ApplicationScoped
class VosiDocuments {
    private static final String AVAILABILITY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <availability xmlns="http://www.ivoa.net/xml/VOSIAvailability/v1.0">
              <available>%s</available>
              <upSince>%s</upSince>
              <note>%s</note>
            </availability>
            """;

    private static final String CAPABILITIES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0"
                xmlns:cs="http://www.ivoa.net/xml/ConeSearch/v1.0"
                xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <capability standardID="ivo://ivoa.net/std/VOSI#capabilities">
                <interface xsi:type="vs:ParamHTTP" role="std">
                  <accessURL use="full">%1$s/capabilities</accessURL>
                </interface>
              </capability>
              <capability standardID="ivo://ivoa.net/std/VOSI#availability">
                <interface xsi:type="vs:ParamHTTP" role="std">
                  <accessURL use="full">%1$s/availability</accessURL>
                </interface>
              </capability>
              <capability standardID="ivo://ivoa.net/std/ConeSearch" xsi:type="cs:ConeSearch">
                <description>X-ray sources with the probability of every class, and what it rests on</description>
                <interface xsi:type="vs:ParamHTTP" role="std" version="1.03">
                  <accessURL use="base">%1$s?</accessURL>
                  <queryType>GET</queryType>
                  <resultType>text/xml</resultType>
            %2$s    </interface>
                <maxSR>%3$s</maxSR>
                <maxRecords>%4$d</maxRecords>
                <verbosity>true</verbosity>
                <testQuery>
                  <ra>0</ra>
                  <dec>0</dec>
                  <sr>180</sr>
                  <verb>1</verb>
                  <extras>MAXREC=1</extras>
                </testQuery>
              </capability>
            </vosi:capabilities>
            """;

    private static final String PARAMETERS = parameter(
                    true, "RA", "required", "Right ascension of the middle, ICRS", "deg", "pos.eq.ra", "real")
            + parameter(true, "DEC", "required", "Declination of the middle, ICRS", "deg", "pos.eq.dec", "real")
            + parameter(true, "SR", "required", "Radius; 0 answers the columns alone", "deg", "phys.angSize", "real")
            + parameter(true, "VERB", "optional", "1 for the fewest columns to 3 for all", "", "meta.code", "integer")
            + parameter(
                    false, "MAXREC", "optional", "Most rows; 0 answers the columns alone", "", "meta.number", "integer")
            + parameter(
                    false, "RESPONSEFORMAT", "optional", "votable, votable/b2 or csv", "", "meta.code.mime", "string");

    private final ClassifierClient classifier;
    private final GatewayConfig config;

    VosiDocuments(@RestClient ClassifierClient classifier, GatewayConfig config) {
        this.classifier = classifier;
        this.config = config;
    }

    /// Address of the cone search as clients know it.
    String address(UriInfo request) {
        URI base = config.publicUrl().orElseGet(request::getBaseUri);
        return base.toString().replaceAll("/+$", "") + "/scs";
    }

    String availability() {
        boolean available = ServiceReadiness.isReady(classifier::readiness);
        return AVAILABILITY.formatted(
                available,
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                available
                        ? "sources can be searched"
                        : Service.CLASSIFIER.title() + ", which knows the sources, is not ready");
    }

    String capabilities(UriInfo request) {
        return CAPABILITIES.formatted(
                VOSerializer.formatText(address(request)),
                PARAMETERS,
                Double.toString(ConeRequest.MAX_RADIUS_DEG),
                config.maxTableRows());
    }

    private static String parameter(
            boolean standard, String name, String use, String description, String unit, String ucd, String dataType) {
        return """
                      <param std="%s" use="%s">
                        <name>%s</name>
                        <description>%s</description>
                %s        <ucd>%s</ucd>
                        <dataType>%s</dataType>
                      </param>
                """.formatted(
                        standard,
                        use,
                        name,
                        description,
                        unit.isEmpty() ? "" : "        <unit>" + unit + "</unit>\n",
                        ucd,
                        dataType);
    }
}
