# syntax=docker/dockerfile:1

# The app with its embedded database; with NEO4J_URI it uses a Neo4j server instead.
#   docker build -t overlap .
#   docker run --read-only --tmpfs /tmp --volume overlap:/data --publish 127.0.0.1:3000:3000 overlap

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY model model
COPY server server
COPY web web
RUN node_modules/.bin/tsc -p tsconfig.build.json --sourceMap false \
 && node_modules/.bin/vite build --config web/vite.config.ts --logLevel warn

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Of the package with the Cypher parser, 127 MB, the grammar is used; its entry says where that stands.
RUN npm ci --omit=dev --no-audit --no-fund \
 && find node_modules/@neo4j-cypher/language-support -type f ! -path '*/dist/cjs/index.cjs' ! -path '*/dist/esm/*/generated-parser/*.js' ! -name package.json ! -name 'LICENSE*' -delete

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LOG_LEVEL=info
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY seed seed
RUN install --directory --owner=node --group=node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.BASE_PATH ?? ''}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
