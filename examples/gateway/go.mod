module shop.example/gateway

go 1.24

require (
	github.com/golang-jwt/jwt/v4 v4.5.0
	github.com/prometheus/client_golang v1.20.5
	golang.org/x/net v0.7.0
)

require golang.org/x/text v0.3.7 // indirect
