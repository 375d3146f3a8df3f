# One image per service, chosen by SERVICE; nothing but Docker is needed to build them:
#   docker build --build-arg SERVICE=gateway -t lynceus/gateway .
# The build stage does not name SERVICE, so five images share one Maven build.
FROM node:20-slim AS node

FROM eclipse-temurin:25-jdk AS build
# The pages are built by npm.
COPY --from=node /usr/local/ /usr/local/
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -Dquick -DskipTests package \
      -pl crossmatch-service,feature-service,classifier-service,labels-service,gateway -am

FROM eclipse-temurin:25-jre
ARG SERVICE
WORKDIR /app
COPY --from=build /src/${SERVICE}/target/quarkus-app/ ./
USER 10001:10001
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/q/health/ready"]
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
